package io.yichuang.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HandwritingEngineTest {
  private static final double[] ACROSS = {100, 300, 500, 290, 900, 300};
  private static final double[] DOWN = {500, 50, 505, 500, 500, 950};

  private static HandwritingEngine engine;

  @BeforeAll
  static void load() throws IOException {
    engine = new HandwritingEngine();
  }

  private static List<double[]> strokes(double[]... strokes) {
    return new ArrayList<>(Arrays.asList(strokes));
  }

  @Test
  void strokes_are_read_in_any_order_any_way_round_and_any_size() {
    assertThat(engine.candidates(strokes(ACROSS), 3)).first().isEqualTo("一");
    assertThat(engine.candidates(strokes(ACROSS, DOWN), 3)).first().isEqualTo("十");
    assertThat(engine.candidates(strokes(DOWN, ACROSS), 3)).first().isEqualTo("十");
    double[] small = Arrays.stream(ACROSS).map(place -> 7 + place / 20).toArray();
    double[] upwards = {32, 54.5, 32.2, 32, 32, 9.5};
    assertThat(engine.candidates(strokes(small, upwards), 3)).first().isEqualTo("十");
  }

  @Test
  void two_strokes_run_together_are_still_the_character() throws IOException {
    InkTemplates templates = InkTemplates.load();
    var random = new Random(20261122);
    int right = 0;
    int tried = 0;
    while (tried < 60) {
      int template = random.nextInt(templates.size());
      List<double[]> strokes = new ArrayList<>(templates.ink(template).strokes());
      if (strokes.size() < 3 || templates.rarity(template) > 10) {
        continue;
      }
      int at = random.nextInt(strokes.size() - 1);
      double[] next = strokes.remove(at + 1);
      double[] joined = Arrays.copyOf(strokes.get(at), strokes.get(at).length + next.length);
      System.arraycopy(next, 0, joined, joined.length - next.length, next.length);
      strokes.set(at, joined);
      Collections.shuffle(strokes, random);
      tried++;
      List<String> found = engine.candidates(strokes, 5);
      right += found.contains(templates.character(template)) ? 1 : 0;
    }
    assertThat(right).as("of 60, seed 20261122").isGreaterThanOrEqualTo(57);
  }

  /** Least shares of what is right at once; the benchmark prints the whole figures. */
  @ParameterizedTest
  @CsvSource({"plain, 95", "jitter, 87", "swap, 95", "join, 85", "jitter+join, 75"})
  void strokes_of_another_origin_are_read_however_they_are_written(String how, int percent)
      throws IOException {
    Path samples = Path.of(System.getProperty("yichuang.samples", "../../shared/samples"));
    Path file = samples.resolve("strokes/kanjivg-150.jsonl");
    assumeThat(file).as("strokes of another origin, not shipped").exists();
    long seed = 20261123;
    var random = new Random(seed);
    int right = 0;
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      JsonNode sample = JsonMapper.shared().readTree(line);
      List<double[]> strokes =
          OtherHand.writes(HandwritingEngine.strokes(sample.get("strokes")), how, random);
      right += engine.candidates(strokes, 1).contains(sample.get("char").asString()) ? 1 : 0;
    }
    assertThat(right)
        .as("%s, of %d, seed %d", how, lines.size(), seed)
        .isGreaterThanOrEqualTo(lines.size() * percent / 100);
  }

  @Test
  void any_ink_gets_distinct_characters_or_none() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      List<double[]> strokes = new ArrayList<>();
      for (int i = random.nextInt(80); i >= 0; i--) {
        strokes.add(random.doubles(2L * (1 + random.nextInt(30)), -2000, 2000).toArray());
      }
      assertThat(engine.candidates(strokes, 10))
          .as("seed %d, %d", seed, round)
          .doesNotHaveDuplicates();
    }
    double[] dot = {5, 5};
    assertThat(engine.candidates(strokes(dot), 5)).isNotEmpty();
    assertThat(engine.candidates(strokes(dot, dot, dot), 5)).doesNotHaveDuplicates();
    assertThat(engine.candidates(List.of(), 5)).isEmpty();
    assertThat(engine.candidates(strokes(ACROSS), 0)).isEmpty();
  }

  @Test
  void what_is_no_stroke_is_refused() {
    for (double[] stroke :
        List.of(
            new double[0],
            new double[] {1},
            new double[] {1, Double.NaN},
            new double[] {Double.POSITIVE_INFINITY, 1},
            new double[2 * HandwritingEngine.MOST_POINTS + 2])) {
      assertThatThrownBy(() -> engine.candidates(strokes(ACROSS, stroke), 5))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_cut_file_of_strokes_is_refused() throws IOException {
    byte[] whole;
    try (InputStream file = InkTemplates.class.getResourceAsStream("strokes.gz")) {
      whole = file.readAllBytes();
    }
    for (int length : new int[] {0, 5, 20, 1000, whole.length / 2, whole.length - 1}) {
      var cut = new ByteArrayInputStream(whole, 0, length);
      assertThatThrownBy(() -> InkTemplates.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void the_command_answers_each_line_and_says_which_is_none() throws IOException {
    String lines =
        """
        [[[100,300],[900,300]],[[500,50],[500,950]]]

        {"char": "一", "strokes": [[[1, 5.5], [9, 5]]]}
        [[[1]]]
        no json
        {"a": 1}
        """;
    var out = new ByteArrayOutputStream();
    ImeCommand.handwriting(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    List<JsonNode> answers =
        out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(answers).hasSize(5);
    assertThat(answers.get(0).get("candidates").get(0).asString()).isEqualTo("十");
    assertThat(answers.get(0).get("keys").size()).isEqualTo(2);
    assertThat(answers.get(0).get("ms").isNumber()).isTrue();
    assertThat(answers.get(1).get("candidates").get(0).asString()).isEqualTo("一");
    for (JsonNode refused : answers.subList(2, 5)) {
      assertThat(refused.get("candidates").size()).isZero();
      assertThat(refused.get("error").asString()).isNotBlank();
    }
  }
}
