package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names drawn by how people are named, as the dictionary knows it. No engine that hears only the
 * sound can tell 建华 from 剑华; on these names the engine's own statistic is the truth, so what it
 * scores here is about as far as a name can be guessed at all.
 */
final class DrawnNames {
  private static final int DRAWN = 2_000;
  private static final long SEED = 20261122;

  private record Spelled(Names.Part part, String syllable) {}

  private final PinyinEngine engine;
  private final List<List<Spelled>> roles = new ArrayList<>();
  private final Random random = new Random(SEED);

  DrawnNames(PinyinEngine engine) {
    this.engine = engine;
    Dictionary dictionary = engine.dictionary();
    for (int role = 0; role < Names.ROLES; role++) {
      List<Spelled> parts = new ArrayList<>();
      for (int i = 0; i < dictionary.syllables.length; i++) {
        for (Names.Part part : dictionary.names().role(role, i)) {
          parts.add(new Spelled(part, dictionary.syllables[i]));
        }
      }
      roles.add(parts);
    }
  }

  String line() {
    return "%d names drawn by how people are named: of two characters first %.1f %%, of three %.1f %%"
        .formatted(DRAWN, guessed(0, 3), guessed(0, 1, 2));
  }

  /** Of a hundred names of these roles so many are the first candidate. */
  private double guessed(int... ofRoles) {
    int first = 0;
    for (int i = 0; i < DRAWN / 2; i++) {
      var text = new StringBuilder();
      var keys = new StringBuilder();
      for (int role : ofRoles) {
        Spelled part = draw(role);
        text.append(part.part().text());
        keys.append(keys.isEmpty() ? "" : "'").append(part.syllable());
      }
      List<Candidate> found = engine.read(keys.toString(), Expected.NAME, 1).candidates();
      first += found.getFirst().text().contentEquals(text) ? 1 : 0;
    }
    return 100.0 * first / (DRAWN / 2.0);
  }

  private Spelled draw(int role) {
    List<Spelled> parts = roles.get(role);
    double all = parts.stream().mapToDouble(each -> Math.exp(each.part().weight())).sum();
    double at = random.nextDouble() * all;
    for (Spelled each : parts) {
      at -= Math.exp(each.part().weight());
      if (at <= 0) {
        return each;
      }
    }
    return parts.getLast();
  }
}
