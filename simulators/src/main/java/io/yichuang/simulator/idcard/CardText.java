package io.yichuang.simulator.idcard;

import io.yichuang.simulator.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The 256 bytes of text of the four card layouts, from protocols.md 1.7 (GA/T 490). */
final class CardText {
  static final int BYTES = 256;
  static final int ADDRESS_BYTES = 70;

  /** Where the long English name of the 2023 card goes on: characters 36 to 46. */
  private static final int LONG_NAME_SPLIT = 35;

  private static final int FLAG_AT = 248;

  private final byte[] bytes = field("", BYTES);

  private CardText() {}

  static byte[] of(Person person) {
    CardText text = new CardText();
    switch (person.kind()) {
      case RESIDENT -> text.resident(person);
      case PERMIT -> {
        text.resident(person);
        text.put(32, 4, "");
        text.put(220, 18, person.travelPermit());
        text.put(238, 4, person.issueCount());
        text.put(FLAG_AT, 2, "J");
      }
      case FOREIGNER_2017 -> text.foreigner2017(person);
      case FOREIGNER_2023 -> text.foreigner2023(person);
    }
    return text.bytes;
  }

  /** A field: UTF-16LE, padded with spaces, cut at its length but never within a surrogate pair. */
  static byte[] field(String value, int length) {
    byte[] field = new byte[length];
    for (int i = 0; i < length; i += 2) {
      field[i] = ' ';
    }
    int chars = Math.min(value.length(), length / 2);
    if (chars < value.length() && chars > 0 && Character.isHighSurrogate(value.charAt(chars - 1))) {
      chars--;
    }
    byte[] encoded = value.substring(0, chars).getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(encoded, 0, field, 0, encoded.length);
    return field;
  }

  /** Where the dates lie: birth, from, to. For cards whose dates are broken. */
  static byte[] withBrokenDates(byte[] text) {
    byte[] broken = text.clone();
    boolean foreigner2017 = broken[FLAG_AT] == 'I';
    int birth = foreigner2017 ? 220 : 36;
    System.arraycopy(field("20011332", 16), 0, broken, birth, 16);
    System.arraycopy(field("2020023", 16), 0, broken, 188, 16);
    System.arraycopy(field("长久", 16), 0, broken, 204, 16);
    return broken;
  }

  private void resident(Person person) {
    put(0, 30, person.name());
    put(30, 2, person.sex());
    put(32, 4, person.ethnic());
    put(36, 16, person.birth());
    put(52, 70, person.address());
    put(122, 36, person.number());
    put(158, 30, person.authority());
    put(188, 16, person.validFrom());
    put(204, 16, person.validTo());
  }

  private void foreigner2017(Person person) {
    put(0, 120, person.englishName());
    put(120, 2, person.sex());
    put(122, 30, person.number());
    put(152, 6, person.nationality());
    put(158, 30, person.name());
    put(188, 16, person.validFrom());
    put(204, 16, person.validTo());
    put(220, 16, person.birth());
    put(236, 4, "01");
    put(240, 8, person.authority());
    put(FLAG_AT, 2, "I");
  }

  private void foreigner2023(Person person) {
    String english = person.englishName();
    int split = Math.min(LONG_NAME_SPLIT, english.length());
    put(0, 30, person.name());
    put(30, 2, person.sex());
    put(32, 4, person.issueCount());
    put(36, 16, person.birth());
    put(52, 70, english.substring(0, split));
    put(122, 36, person.number());
    put(188, 16, person.validFrom());
    put(204, 16, person.validTo());
    put(220, 22, english.substring(split));
    put(242, 6, person.nationality());
    put(FLAG_AT, 2, "Y");
  }

  private void put(int offset, int length, String value) {
    System.arraycopy(field(value, length), 0, bytes, offset, length);
  }

  @Override
  public String toString() {
    return "CardText[" + Arrays.hashCode(bytes) + "]";
  }
}
