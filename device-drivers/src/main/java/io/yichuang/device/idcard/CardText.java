package io.yichuang.device.idcard;

import io.yichuang.device.IdCard;
import io.yichuang.device.IdCard.Kind;
import io.yichuang.device.PortraitDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text block of a card: 256 bytes of UTF-16LE, laid out by GA/T 490. Which of four layouts it
 * is says the character at offset 248.
 */
final class CardText {
  /** Length of the text block and of the reply's two length fields before it. */
  static final int LENGTH = 256;

  static final int HEAD = 4;
  private static final int KIND_AT = 248;
  private static final String FOR_LIFE = "长期";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final byte[] text;
  private final byte[] portrait;

  private CardText(byte[] text, byte[] portrait) {
    this.text = text;
    this.portrait = portrait;
  }

  /** The data of a card cannot be understood. Its message names the field, never its content. */
  static final class BrokenCard extends Exception {
    BrokenCard(String field) {
      super(field, null, false, false);
    }
  }

  /**
   * Reads the data of a reply to {@link SamCommand#READ_TEXT_AND_PHOTO}: two lengths, text, photo.
   */
  static IdCard read(byte[] reply) throws BrokenCard {
    if (reply.length < HEAD + LENGTH || ((reply[0] & 0xFF) << 8 | (reply[1] & 0xFF)) != LENGTH) {
      throw new BrokenCard("length of the text");
    }
    int end = HEAD + LENGTH;
    int photo = (reply[2] & 0xFF) << 8 | (reply[3] & 0xFF);
    // A portrait of another length is nothing that anybody could decode; the text counts.
    byte[] portrait =
        photo == PortraitDecoder.CODED_LENGTH && reply.length >= end + photo
            ? Arrays.copyOfRange(reply, end, end + photo)
            : new byte[0];
    var card = new CardText(Arrays.copyOfRange(reply, HEAD, end), portrait);
    return switch (card.at(KIND_AT, 2)) {
      case "" -> card.resident(Kind.RESIDENT);
      case "J" -> card.resident(Kind.HMT_PERMIT);
      case "I" -> card.foreigner2017();
      case "Y" -> card.foreigner2023();
      default -> throw new BrokenCard("kind of card");
    };
  }

  /**
   * The card with the newer address that a reply to {@link SamCommand#READ_NEW_ADDRESS} brings;
   * unchanged where that is blank or the card's kind has no address.
   */
  static IdCard withAddress(IdCard card, byte[] reply) {
    String newer = text(reply, 0, reply.length);
    if (newer.isEmpty() || card.address().isEmpty()) {
      return card;
    }
    return new IdCard(
        card.kind(),
        card.name(),
        card.latinName(),
        card.sex(),
        card.ethnicity(),
        card.birth(),
        newer,
        card.number(),
        card.authority(),
        card.nationality(),
        card.validFrom(),
        card.validUntil(),
        card.permitNumber(),
        card.codedPortrait());
  }

  private IdCard resident(Kind kind) throws BrokenCard {
    boolean permit = kind == Kind.HMT_PERMIT;
    return new IdCard(
        kind,
        needed("name", 0, 30),
        "",
        sex(30),
        permit ? "" : at(32, 4),
        day("birth", 36),
        at(52, 70),
        needed("number", 122, 36),
        at(158, 30),
        "",
        day("valid from", 188),
        lastDay(204),
        permit ? at(220, 18) : "",
        portrait);
  }

  private IdCard foreigner2017() throws BrokenCard {
    String latin = needed("name", 0, 120);
    String chinese = at(158, 30);
    return new IdCard(
        Kind.FOREIGNER_2017,
        chinese.isEmpty() ? latin : chinese,
        latin,
        sex(120),
        "",
        day("birth", 220),
        "",
        needed("number", 122, 30),
        at(240, 8),
        at(152, 6),
        day("valid from", 188),
        lastDay(204),
        "",
        portrait);
  }

  private IdCard foreigner2023() throws BrokenCard {
    // One name over two fields: a blank at the end of the first belongs to it.
    String latin = (raw(52, 70) + raw(220, 22)).strip();
    String chinese = at(0, 30);
    if (chinese.isEmpty() && latin.isEmpty()) {
      throw new BrokenCard("name");
    }
    return new IdCard(
        Kind.FOREIGNER_2023,
        chinese.isEmpty() ? latin : chinese,
        latin,
        sex(30),
        "",
        day("birth", 36),
        "",
        needed("number", 122, 36),
        "",
        at(242, 6),
        day("valid from", 188),
        lastDay(204),
        "",
        portrait);
  }

  private String needed(String field, int offset, int length) throws BrokenCard {
    String value = at(offset, length);
    if (value.isEmpty()) {
      throw new BrokenCard(field);
    }
    return value;
  }

  /** Codes of GB/T 2261.1; a card without one is a card that does not say. */
  private String sex(int offset) throws BrokenCard {
    String code = at(offset, 2);
    return switch (code) {
      case "0", "1", "2", "9" -> code;
      case "" -> "9";
      default -> throw new BrokenCard("sex");
    };
  }

  private LocalDate day(String field, int offset) throws BrokenCard {
    try {
      return LocalDate.parse(at(offset, 16), DAY);
    } catch (DateTimeParseException e) {
      throw new BrokenCard(field); // without the cause: its message holds the date
    }
  }

  private @Nullable LocalDate lastDay(int offset) throws BrokenCard {
    return at(offset, 16).equals(FOR_LIFE) ? null : day("valid until", offset);
  }

  private String at(int offset, int length) {
    return text(text, offset, length);
  }

  private String raw(int offset, int length) {
    return new String(text, offset, length, StandardCharsets.UTF_16LE).replace('\0', ' ');
  }

  /** Fields are padded with blanks; some modules pad with zeros. */
  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.UTF_16LE).replace('\0', ' ').strip();
  }
}
