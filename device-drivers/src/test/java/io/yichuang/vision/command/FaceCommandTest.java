package io.yichuang.vision.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Samples;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceCommandTest extends CommandCase {

  @Test
  void a_photo_for_a_certificate_is_cut_and_judged() throws Exception {
    var out = folder.resolve("photos");
    var lines = run("photo", "id-card", sheet("nobody.jpg"), "-o", out);
    assertThat(exit).isZero();
    assertThat(lines.getFirst())
        .contains("\"rule\":\"id-card\"", "\"width\":358", "\"doubts\":[\"no-face\"]");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void same_and_different_faces_lie_far_apart_in_a_list_of_pairs() throws Exception {
    for (var name : List.of("a1.jpg", "a2.jpg", "b1.jpg")) {
      Files.write(folder.resolve(name), Samples.read("faces/" + name));
    }
    var list = folder.resolve("pairs.tsv");
    Files.writeString(list, "a1.jpg\ta2.jpg\n\na1.jpg\tb1.jpg\na1.jpg\tnobody.jpg\n");
    var lines = run("face", "--pairs", list);
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    // A reader of the lines may go by the order of the keys.
    var quality =
        "\\{\"faces\":1,\"hint\":\"[a-z-]+\",\"height\":\\d+,\"share\":[\\d.]+,\"lightness\":[\\d.]+,"
            + "\"sharpness\":[\\d.]+,\"yaw\":[-\\d.]+,\"pitch\":[-\\d.]+,\"roll\":[-\\d.]+,"
            + "\"eyesOpen\":[\\d.]+}";
    assertThat(lines.get(0))
        .matches(
            "\\{\"a\":\"[^\"]*a1.jpg\",\"b\":\"[^\"]*a2.jpg\",\"similarity\":0\\.\\d+,\"band\":\"pass\","
                + "\"quality\":\\{\"a\":"
                + quality
                + ",\"b\":"
                + quality
                + "},\"ms\":[\\d.]+}");
    assertThat(lines.get(1)).contains("\"band\":\"no\"");
    assertThat(lines.get(2)).contains("\"error\":\"no such file\"");
  }

  @Test
  void a_picture_without_a_face_is_neither_alike_nor_alive() throws Exception {
    var sheet = sheet("sheet.jpg");
    assertThat(run("face", sheet, sheet).getFirst())
        .contains("\"similarity\":null", "\"band\":\"retry\"", "\"hint\":\"no-face\"");
    assertThat(run("live", sheet).getFirst()).contains("\"verdict\":\"unsure\"", "\"model\":0.0");
    assertThat(exit).isZero();
  }

  @Test
  void a_still_of_a_real_face_is_judged_with_its_signals() throws Exception {
    var face = Files.write(folder.resolve("a1.jpg"), Samples.read("faces/a1.jpg"));
    assertThat(run("live", face).getFirst())
        .containsPattern(
            "^\\{\"file\":\"[^\"]*a1.jpg\",\"signals\":\\{\"model\":(0\\.\\d+|1\\.0),\"framed\":(true|false)},"
                + "\"quality\":\\{\"faces\":1,.*},\"verdict\":\"(live|unsure|not-live)\",\"ms\":[\\d.]+}$");
    assertThat(exit).isZero();
  }
}
