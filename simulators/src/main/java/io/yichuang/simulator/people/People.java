package io.yichuang.simulator.people;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All synthetic citizens: those of the list and newcomers with a portrait of their own. Any thread.
 */
public final class People {
  /** GB 11643: weights of the first 17 digits, and the check characters by remainder. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String CHECKS = "10X98765432";

  /** Newcomers a run may hold; a script in a loop must not fill the memory with portraits. */
  private static final int MOST_NEWCOMERS = 50;

  private static final int MOST_PORTRAIT_BYTES = 8 << 20;
  private static final int MOST_PORTRAIT_PIXELS = 25_000_000;

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, byte[]> portraits = new LinkedHashMap<>();
  private int newcomers;

  /** The people of the list. */
  public People() {
    try (InputStream in = resource("people.json")) {
      for (JsonNode node : JsonMapper.shared().readTree(in)) {
        Person person = person(node);
        people.put(person.id(), person);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody, in the order of the list, newcomers last. */
  public synchronized List<Person> all() {
    return List.copyOf(people.values());
  }

  public synchronized Optional<Person> byId(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /** By the number on the card: what a platform asks with. */
  public synchronized Optional<Person> byNumber(String number) {
    return people.values().stream().filter(p -> p.number().equals(number)).findFirst();
  }

  /** The portrait as PNG or JPEG, if this person has a usable one. */
  public synchronized Optional<byte[]> portrait(Person person) {
    byte[] own = portraits.get(person.id());
    if (own != null) {
      return Optional.of(own.clone());
    }
    if (person.portrait() == null) {
      return Optional.empty();
    }
    try (InputStream in = resource(person.portrait())) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a synthetic citizen of a newcomer: everything is invented but the portrait, which stays
   * in memory only.
   *
   * @param name shown name, at most 15 characters; null or blank for an invented one
   * @param portrait a PNG or JPEG of at most 25 megapixels
   * @throws IllegalArgumentException if the portrait is no such picture, the name too long, or 50
   *     newcomers are there
   */
  public synchronized Person join(@Nullable String name, byte[] portrait) {
    checkPicture(portrait);
    String shown = name == null || name.isBlank() ? "新来客" : name.strip();
    // The card's field has 15 UTF-16 characters (protocols: 30 bytes).
    if (shown.length() > 15 || shown.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A name has at most 15 characters and no control characters");
    }
    if (newcomers >= MOST_NEWCOMERS) {
      throw new IllegalArgumentException(
          "There are " + MOST_NEWCOMERS + " newcomers already; reset the bench");
    }
    newcomers++;
    String digits = "50011919900101%03d".formatted(900 + newcomers);
    Person person =
        new Person(
            "newcomer-" + newcomers,
            CardKind.RESIDENT,
            shown,
            "",
            "9",
            "01",
            "19900101",
            "重庆市南川区东城街道示例路" + (100 + newcomers) + "号",
            null,
            digits + checkCharacter(digits),
            "重庆市南川区公安局",
            "20200101",
            "20400101",
            "",
            "",
            "",
            "199000001%02d".formatted(newcomers),
            null,
            "您自己",
            "You");
    people.put(person.id(), person);
    portraits.put(person.id(), portrait.clone());
    return person;
  }

  /** Forgets all newcomers and their portraits. */
  public synchronized void reset() {
    portraits.keySet().forEach(people::remove);
    portraits.clear();
    newcomers = 0;
  }

  /** The check character of the first 17 digits of a number (GB 11643, ISO 7064 MOD 11-2). */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  private static void checkPicture(byte[] body) {
    if (body.length > MOST_PORTRAIT_BYTES) {
      throw new IllegalArgumentException("A portrait has at most 8 MiB");
    }
    // In memory: this may be the face of whoever stands at the bench.
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(body))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IllegalArgumentException("The portrait is no PNG or JPEG");
      }
      var reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PORTRAIT_PIXELS) {
          throw new IllegalArgumentException("A portrait has at most 25 megapixels");
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("The portrait is broken: " + e.getMessage(), e);
    }
  }

  private static Person person(JsonNode node) {
    return new Person(
        text(node, "id"),
        CardKind.valueOf(text(node, "kind")),
        text(node, "name"),
        text(node, "englishName"),
        text(node, "sex"),
        text(node, "ethnic"),
        text(node, "birth"),
        text(node, "address"),
        optional(node, "appendedAddress"),
        text(node, "number"),
        text(node, "authority"),
        text(node, "validFrom"),
        text(node, "validTo"),
        text(node, "travelPermit"),
        text(node, "issueCount"),
        text(node, "nationality"),
        text(node, "phone"),
        optional(node, "portrait"),
        text(node, "noteZh"),
        text(node, "noteEn"));
  }

  private static String text(JsonNode node, String field) {
    String value = optional(node, field);
    return value == null ? "" : value;
  }

  private static @Nullable String optional(JsonNode node, String field) {
    return node.has(field) ? node.get(field).asString() : null;
  }

  private static InputStream resource(String name) {
    InputStream in = People.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("The simulators' jar lacks " + name);
    }
    return in;
  }
}
