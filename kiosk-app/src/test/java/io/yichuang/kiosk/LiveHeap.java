package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What another Java process still reaches in its memory, told by the JDK's own jcmd. */
final class LiveHeap {
  private static final int CHUNK = 8 << 20;

  private final long pid;
  private final Path folder;

  /**
   * The child of this process that was started with such an argument.
   *
   * @param folder where a dump is written for as long as it is searched
   */
  LiveHeap(String argument, Path folder) throws IOException {
    this.folder = folder;
    long found = 0;
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      // Linux tells all of it; the handle itself tells none of a long class path.
      Path line = Path.of("/proc", String.valueOf(child.pid()), "cmdline");
      if (List.of(Files.readString(line).split("\0", -1)).contains(argument)) {
        found = child.pid();
      }
    }
    assertThat(found).as("started with " + argument).isNotZero();
    pid = found;
  }

  /** How many objects of each of these classes are reached, after a full collection. */
  Map<String, Long> counts(List<String> classes) throws IOException, InterruptedException {
    var counts = new LinkedHashMap<String, Long>();
    classes.forEach(name -> counts.put(name, 0L));
    for (String line : jcmd("GC.class_histogram").lines().toList()) {
      // 12:  3  72  io.yichuang.kiosk.journey.Collected$Photo (module)
      String[] words = line.strip().split("\\s+", -1);
      if (words.length >= 4) {
        counts.computeIfPresent(words[3], (name, none) -> Long.parseLong(words[1]));
      }
    }
    return counts;
  }

  /** The names of those pieces of bytes that lie in an object that is reached. */
  List<String> holds(Map<String, byte[]> pieces) throws IOException, InterruptedException {
    Path dump = folder.resolve("heap.hprof");
    try {
      jcmd("GC.heap_dump", dump.toString());
      var found = new TreeSet<String>();
      int longest = pieces.values().stream().mapToInt(piece -> piece.length).max().orElseThrow();
      try (InputStream in = Files.newInputStream(dump)) {
        byte[] kept = new byte[0];
        while (true) {
          byte[] next = in.readNBytes(CHUNK);
          if (next.length == 0) {
            return List.copyOf(found);
          }
          byte[] all = Arrays.copyOf(kept, kept.length + next.length);
          System.arraycopy(next, 0, all, kept.length, next.length);
          // One character a byte, so that bytes can be searched as a text.
          String text = plain(all);
          pieces.forEach((name, piece) -> {
            if (text.contains(plain(piece))) {
              found.add(name);
            }
          });
          kept = Arrays.copyOfRange(all, Math.max(0, all.length - longest), all.length);
        }
      }
    } finally {
      Files.deleteIfExists(dump);
    }
  }

  private static String plain(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String jcmd(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd");
    command.add(String.valueOf(pid));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
