package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.StructLayout;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every structure and number against what a C compiler makes of the kernel's header. */
class V4l2Test {
  private static final Map<String, StructLayout> STRUCTS =
      Map.of(
          "v4l2_capability", V4l2.CAPABILITY,
          "v4l2_fmtdesc", V4l2.FORMAT_DESCRIPTION,
          "v4l2_format", V4l2.FORMAT,
          "v4l2_requestbuffers", V4l2.REQUEST,
          "v4l2_buffer", V4l2.BUFFER,
          "pollfd", V4l2.POLL);

  private static final Map<String, Long> NUMBERS =
      Map.ofEntries(
          Map.entry("VIDIOC_QUERYCAP", V4l2.QUERYCAP),
          Map.entry("VIDIOC_ENUM_FMT", V4l2.ENUM_FMT),
          Map.entry("VIDIOC_S_FMT", V4l2.S_FMT),
          Map.entry("VIDIOC_REQBUFS", V4l2.REQBUFS),
          Map.entry("VIDIOC_QUERYBUF", V4l2.QUERYBUF),
          Map.entry("VIDIOC_QBUF", V4l2.QBUF),
          Map.entry("VIDIOC_DQBUF", V4l2.DQBUF),
          Map.entry("VIDIOC_STREAMON", V4l2.STREAMON),
          Map.entry("VIDIOC_STREAMOFF", V4l2.STREAMOFF),
          Map.entry("V4L2_PIX_FMT_MJPEG", (long) V4l2.MJPEG),
          Map.entry("V4L2_PIX_FMT_JPEG", (long) V4l2.JPEG),
          Map.entry("V4L2_PIX_FMT_YUYV", (long) V4l2.YUYV),
          Map.entry("V4L2_CAP_VIDEO_CAPTURE", (long) V4l2.CAP_VIDEO_CAPTURE),
          Map.entry("V4L2_CAP_STREAMING", (long) V4l2.CAP_STREAMING),
          Map.entry("V4L2_CAP_DEVICE_CAPS", Integer.toUnsignedLong(V4l2.CAP_DEVICE_CAPS)),
          Map.entry("V4L2_BUF_FLAG_ERROR", (long) V4l2.FLAG_ERROR));

  static java.util.stream.Stream<String> header() throws IOException {
    try (var file = V4l2Test.class.getResourceAsStream("videodev2.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("header")
  void it_is_as_the_kernel_has_it(String line) {
    String[] words = line.split("\t");
    String name = words[1];
    long value = Long.decode(words[2]);
    switch (words[0]) {
      case "size" -> assertThat(STRUCTS.get(name).byteSize()).isEqualTo(value);
      case "offset" -> {
        int dot = name.indexOf('.');
        String field = name.substring(name.lastIndexOf('.') + 1);
        assertThat(V4l2.at(STRUCTS.get(name.substring(0, dot)), field)).isEqualTo(value);
      }
      case "number" -> assertThat(NUMBERS.get(name)).isEqualTo(value);
      default -> throw new IllegalStateException(line);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_kernels_word_is_known_for_each(String name) throws IOException {
    assertThat(header().anyMatch(line -> line.split("\t")[1].equals(name))).as(name).isTrue();
  }

  static java.util.stream.Stream<String> names() {
    return java.util.stream.Stream.concat(STRUCTS.keySet().stream(), NUMBERS.keySet().stream());
  }
}
