package io.yichuang.device.idcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.IdCard;
import io.yichuang.device.idcard.CardText.BrokenCard;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private static final int KIND_AT = CardText.HEAD + 248;
  private static final String[] KINDS = {"", "J", "I", "Y", "?"};

  @Test
  void ten_thousand_random_cards_are_read_or_told_broken() {
    long seed = Long.getLong("yichuang.seed", new Random().nextLong());
    var random = new Random(seed);
    int broken = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] reply = new byte[CardText.HEAD + CardText.LENGTH + random.nextInt(1_100)];
      random.nextBytes(reply);
      reply[0] = 1; // 256 bytes of text
      reply[1] = 0;
      String kind = KINDS[random.nextInt(KINDS.length)];
      reply[KIND_AT] = (byte) (kind.isEmpty() ? ' ' : kind.charAt(0));
      reply[KIND_AT + 1] = 0;
      try {
        IdCard card = CardText.read(reply);
        assertThat(card.name()).as("seed %d, round %d", seed, round).isNotEmpty();
      } catch (BrokenCard e) {
        broken++;
        assertThat(e.getMessage()).hasSizeBetween(3, 40);
      }
    }
    assertThat(broken).as("random bytes are hardly ever a card").isGreaterThan(9_900);
  }

  @Test
  void a_reply_cut_short_anywhere_is_told_broken() {
    byte[] reply = new byte[CardText.HEAD + CardText.LENGTH];
    reply[0] = 1;
    for (int length = 0; length < reply.length; length++) {
      byte[] cut = Arrays.copyOf(reply, length);
      assertThatThrownBy(() -> CardText.read(cut))
          .isInstanceOf(BrokenCard.class)
          .hasMessage("length of the text");
    }
  }
}
