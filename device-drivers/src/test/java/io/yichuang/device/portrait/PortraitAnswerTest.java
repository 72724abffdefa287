package io.yichuang.device.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.portrait.PortraitLibrary.Form;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PortraitAnswerTest {
  private static final int LENGTH = 100;
  private static final int ROUNDS = 10_000;

  private final Random random = new Random(7);

  private byte[] answer(int kind, int length) {
    byte[] picture = new byte[length];
    random.nextBytes(picture);
    var sum = new CRC32();
    sum.update(picture);
    return ByteBuffer.allocate(PortraitAnswer.FRAME + length)
        .putInt(PortraitChild.MAGIC)
        .putInt(kind)
        .putInt(1)
        .putInt(length)
        .put(picture)
        .putInt((int) sum.getValue())
        .array();
  }

  private static boolean written(byte[] bytes) {
    return PortraitAnswer.of(bytes, LENGTH) instanceof PortraitAnswer.Written;
  }

  @Test
  void a_whole_answer_is_one_and_a_part_or_more_is_none() {
    byte[] good = answer(PortraitChild.PICTURE, LENGTH);
    assertThat(written(good)).isTrue();
    for (int length = 0; length < good.length; length++) {
      assertThat(written(java.util.Arrays.copyOf(good, length))).as("%d bytes", length).isFalse();
    }
    assertThat(written(java.util.Arrays.copyOf(good, good.length + 1))).isFalse();
    assertThat(written(answer(PortraitChild.PICTURE, LENGTH + 1))).isFalse();
    assertThat(written(answer(PortraitChild.REFUSED, 0))).isFalse();
    assertThat(written(answer(99, LENGTH))).isFalse();
  }

  @Test
  void no_noise_passes_for_an_answer() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = answer(PortraitChild.PICTURE, LENGTH);
      if (round % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        // the code (bytes 8 to 11) of a picture says nothing
        int at = random.nextInt(bytes.length - 4);
        bytes[at < 8 ? at : at + 4] ^= (byte) (1 + random.nextInt(255));
      }
      assertThat(written(bytes)).as("round %d", round).isFalse();
    }
  }

  @Test
  void noise_is_no_portrait_and_never_an_exception() {
    byte[] bmp = new byte[Form.BMP.length()];
    for (int round = 0; round < 200; round++) {
      random.nextBytes(bmp);
      assertThat(PortraitPixels.png(bmp, Form.BMP)).isEmpty();
    }
    assertThat(PortraitPixels.png(new byte[0], Form.BMP)).isEmpty();
    assertThat(PortraitPixels.png(new byte[Form.BGR.length()], Form.BGR)).as("blank").isEmpty();
    assertThat(PortraitPixels.png(new byte[Form.BGR.length() + 1], Form.BGR)).isEmpty();
  }
}
