package io.yichuang.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Java sources as rules see them: comments are blank, texts are still there. */
final class Sources {
  /**
   * A text block, a string, a character, or a comment; texts first, so that an address's // is no
   * comment.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|/\\*.*?\\*/|//[^\\n]*",
          Pattern.DOTALL);

  private Sources() {}

  /**
   * The main classes of this module: code without comments by path below {@code io/yichuang/kiosk}.
   */
  static Map<String, String> main() {
    return below(Path.of("src/main/java/io/yichuang/kiosk"), ".java");
  }

  /** What runs in the browser: scripts without comments by path below {@code kiosk}. */
  static Map<String, String> scripts() {
    return below(Path.of("src/main/resources/META-INF/resources/kiosk"), ".js");
  }

  private static Map<String, String> below(Path root, String ending) {
    var all = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        all.put(root.relativize(file).toString(), withoutComments(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static String withoutComments(String source) {
    return TOKEN
        .matcher(source)
        .replaceAll(token ->
            token.group().startsWith("/")
                ? " "
                : java.util.regex.Matcher.quoteReplacement(token.group()));
  }

  /** Paths of the files in which {@code what} occurs. */
  static List<String> with(Map<String, String> sources, Pattern what) {
    return sources.entrySet().stream()
        .filter(file -> what.matcher(file.getValue()).find())
        .map(Map.Entry::getKey)
        .toList();
  }
}
