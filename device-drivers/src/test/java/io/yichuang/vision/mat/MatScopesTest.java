package io.yichuang.vision.mat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A matrix that nobody releases is native memory until the collector comes by, which does not see
 * it. So each call that makes one stands within {@code keep(…)} of a scope; {@code FlatMemoryTest}
 * looks at the process itself.
 */
class MatScopesTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "io", "yichuang", "vision");

  /** What of OpenCV's binding gives a new matrix. */
  private static final Pattern MADE =
      Pattern.compile(
          "\\b(new Mat(Of\\w+)?\\(|Mat\\.(zeros|ones|eye|diag)\\("
              + "|\\.(submat|clone|rowRange|colRange|reshape|diag)\\("
              + "|Imgproc\\.get(StructuringElement|PerspectiveTransform|AffineTransform"
              + "|RotationMatrix2D|GaussianKernel)\\(|Imgcodecs\\.im(decode|read)\\()");

  private static final Pattern KEPT = Pattern.compile("keep\\(\\s*([\\w.]+)?$");

  /** Handed on, and kept by who asks for it. */
  private static final List<String> HANDED_ON = List.of("Alignment.java: new Mat(");

  @Test
  void each_matrix_is_kept_by_a_scope_where_it_is_made() throws IOException {
    var loose = new ArrayList<String>();
    var made = 0;
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        var source = Files.readString(file);
        var matcher = MADE.matcher(source);
        while (source.contains("org.opencv") && matcher.find()) {
          made++;
          var before = source.substring(Math.max(0, matcher.start() - 60), matcher.start());
          if (!KEPT.matcher(before).find()) {
            loose.add(file.getFileName() + ": " + matcher.group());
          }
        }
      }
    }
    assertThat(made).as("the pattern still fits the sources").isGreaterThan(50);
    assertThat(loose).as("kept by no scope").isEqualTo(HANDED_ON);
  }
}
