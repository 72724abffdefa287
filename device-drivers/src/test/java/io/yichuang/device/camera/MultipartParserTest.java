package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.camera.MultipartParser.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartParserTest {
  private static final int MAX = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"frame", "--frame"})
  void parts_with_a_length_come_at_every_split_point(String boundary) {
    byte[] wire =
        text(
            "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\na\r\n-b\r\n"
                + "--frame\r\ncontent-length:2\r\n\r\ncd\r\n--frame");
    for (int split = 0; split <= wire.length; split++) {
      assertThat(bodies(new MultipartParser(boundary, MAX), wire, split))
          .containsExactly("a\r\n-b", "cd");
    }
  }

  @Test
  void parts_without_a_length_end_at_the_next_boundary_at_every_split_point() {
    byte[] wire =
        text(
            "junk--frame\r\nContent-Type: image/jpeg\r\n\r\nab\r\n--fra\r\n--frame\n\ncd\n--frame");
    for (int split = 0; split <= wire.length; split++) {
      assertThat(bodies(new MultipartParser("frame", MAX), wire, split))
          .containsExactly("ab\r\n--fra", "cd");
    }
  }

  @Test
  void endless_garbage_is_told_and_not_kept() {
    for (String start : List.of("", "--frame\r\n", "--frame\r\n\r\n")) {
      var parser = new MultipartParser("frame", MAX);
      var events = new ArrayList<Event>();
      byte[] chunk = new byte[4096];
      java.util.Arrays.fill(chunk, (byte) 'x');
      byte[] head = text(start);
      events.addAll(parser.take(head, 0, head.length));
      for (int i = 0; i < 1000; i++) {
        events.addAll(parser.take(chunk, 0, chunk.length));
        assertThat(parser.held()).isLessThanOrEqualTo(MAX + 16 * 1024);
      }
      assertThat(events).isNotEmpty().allMatch(Event.Corrupt.class::isInstance);
      byte[] good = text("\r\n--frame\r\nContent-Length: 2\r\n\r\nok");
      events.clear();
      events.addAll(parser.take(good, 0, good.length));
      assertThat(events).last().isInstanceOfSatisfying(Event.Part.class, this::isOk);
    }
  }

  private void isOk(Event.Part part) {
    assertThat(new String(part.body(), StandardCharsets.ISO_8859_1)).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100001", "99999999999999999999", "4000000000"})
  void a_part_that_announces_too_much_is_skipped(String length) {
    byte[] wire =
        text(
            "--frame\r\nContent-Length: "
                + length
                + "\r\n\r\nabc\r\n--frame\r\nContent-Length: 2\r\n\r\ncd\r\n--frame");
    assertThat(bodies(new MultipartParser("frame", MAX), wire, 0)).last().isEqualTo("cd");
  }

  @Test
  void random_streams_keep_memory_bounded() {
    long seed = 20261122;
    System.getLogger("test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new Random(seed);
    byte[] alphabet = text("--frame\r\n\r\n:Content-Length: 7x");
    for (int i = 0; i < 10_000; i++) {
      var parser = new MultipartParser("frame", 100);
      for (int j = 0; j < 5; j++) {
        byte[] wire = new byte[random.nextInt(300)];
        for (int at = 0; at < wire.length; at++) {
          wire[at] = alphabet[random.nextInt(alphabet.length)];
        }
        for (Event event : parser.take(wire, 0, wire.length)) {
          if (event instanceof Event.Part(byte[] body)) {
            assertThat(body.length).isLessThanOrEqualTo(100 + 16 * 1024);
          }
        }
      }
      assertThat(parser.held()).isLessThanOrEqualTo(2 * 16 * 1024);
    }
  }

  private static List<String> bodies(MultipartParser parser, byte[] wire, int split) {
    var events = new ArrayList<Event>();
    events.addAll(parser.take(wire, 0, split));
    events.addAll(parser.take(wire, split, wire.length - split));
    return events.stream()
        .filter(Event.Part.class::isInstance)
        .map(e -> new String(((Event.Part) e).body(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
