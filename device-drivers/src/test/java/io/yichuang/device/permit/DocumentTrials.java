package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many drawn documents are read; run by name. {@code -Dyichuang.documents} a form (6), {@code
 * -Dyichuang.seed} (4).
 */
class DocumentTrials {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Test
  void of_drawn_documents_so_many_are_read_and_none_is_read_wrongly() throws Exception {
    int count = Integer.getInteger("yichuang.documents", 6);
    var random = new Random(Integer.getInteger("yichuang.seed", 4));
    var told = new TreeMap<String, Integer>();
    var wrong = new ArrayList<String>();
    try (var pictures = DocumentPicture.load()) {
      for (int i = 0; i < 4 * count; i++) {
        List<String> zone = zone(i % 4, random);
        double degrees = random.nextInt(-5, 6) + (random.nextBoolean() ? 180 : 0);
        int noise = random.nextInt(0, 3) * 8;
        var read = pictures.read(new DrawnDocument(zone, degrees, noise, 0).jpeg(i), TODAY);
        String name = List.of("TD3", "TD2", "TD1", "permit").get(i % 4);
        switch (read) {
          case DocumentPicture.Read(var document) -> {
            boolean right = Mrz.read(zone, TODAY).equals(new Mrz.Read(document));
            told.merge(name + (right ? " read" : " WRONG"), 1, Integer::sum);
            if (!right) {
              wrong.add(zone.toString());
            }
          }
          case DocumentPicture.Unreadable(String why) ->
              told.merge(name + ": " + why, 1, Integer::sum);
          case DocumentPicture.None() -> told.merge(name + ": none", 1, Integer::sum);
        }
        Files.write(
            Path.of("target/documents.txt"), told.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Of nobody: random letters and figures with their check digits. */
  private static List<String> zone(int form, Random random) {
    String number = letters(1, random) + digits(8, random);
    String numbered = number + CheckDigit.of(number);
    String birth =
        dated(
            String.format(
                Locale.ROOT,
                "%02d0%d1%d",
                random.nextInt(50, 99),
                1 + random.nextInt(9),
                random.nextInt(10)));
    String expiry =
        dated(
            String.format(
                Locale.ROOT,
                "%02d0%d2%d",
                random.nextInt(27, 36),
                1 + random.nextInt(9),
                random.nextInt(9)));
    String names =
        letters(random.nextInt(2, 8), random) + "<<" + letters(random.nextInt(3, 12), random);
    String days = birth + "F" + expiry;
    return switch (form) {
      case 0 -> {
        String optional = "<".repeat(14) + "0";
        yield List.of(
            fill("P<CHN" + names, 44),
            numbered
                + "CHN"
                + days
                + optional
                + CheckDigit.of(numbered + birth + expiry + optional));
      }
      case 1 -> {
        String optional = "<".repeat(7);
        yield List.of(
            fill("I<CHN" + names, 36),
            numbered
                + "CHN"
                + days
                + optional
                + CheckDigit.of(numbered + birth + expiry + optional));
      }
      case 2 -> {
        String first = fill("I<CHN" + numbered, 30);
        String optional = "<".repeat(11);
        yield List.of(
            first,
            days + "CHN" + optional + CheckDigit.of(first.substring(5) + birth + expiry + optional),
            fill(names, 30));
      }
      default -> {
        String own = "C" + digits(8, random);
        String a = own + CheckDigit.of(own);
        yield List.of(
            "CS" + a + "<" + expiry + "<" + birth + "<" + CheckDigit.of(a + expiry + birth));
      }
    };
  }

  private static String dated(String day) {
    return day + CheckDigit.of(day);
  }

  private static String fill(String text, int width) {
    return text + "<".repeat(width - text.length());
  }

  private static String letters(int count, Random random) {
    return random
        .ints(count, 0, 26)
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .reduce("", String::concat);
  }

  private static String digits(int count, Random random) {
    return random.ints(count, 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
  }
}
