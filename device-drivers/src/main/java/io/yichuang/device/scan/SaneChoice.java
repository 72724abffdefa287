package io.yichuang.device.scan;

import io.yichuang.device.DocumentScanner.ScanJob;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a job wants in the lists of a backend. Each backend has its own words: {@code ADF},
 * {@code ADF Front}, {@code Automatic Document Feeder}, {@code Gray}, {@code 24bit Color}.
 */
final class SaneChoice {
  private SaneChoice() {}

  static @Nullable SaneOption named(List<SaneOption> options, String name) {
    for (SaneOption option : options) {
      if (option.name().equals(name) && option.settable()) {
        return option;
      }
    }
    return null;
  }

  static @Nullable String source(List<String> values, ScanJob.Source wanted) {
    Predicate<String> feeder = v -> v.contains("adf") || v.contains("feeder");
    Predicate<String> duplex = v -> v.contains("duplex") || v.contains("both");
    Predicate<String> fits =
        switch (wanted) {
          case PLATEN -> v -> v.contains("flatbed") || v.contains("platen");
          case FEEDER_DUPLEX -> duplex.and(feeder.or(v -> !v.contains("flatbed")));
          case FEEDER -> feeder.and(duplex.negate()).and(v -> !v.contains("back"));
        };
    return first(values, fits);
  }

  static @Nullable String mode(List<String> values, ScanJob.Mode wanted) {
    Predicate<String> fits =
        switch (wanted) {
          case COLOUR -> v -> v.contains("color") || v.contains("colour");
          case GREY -> v -> v.contains("gray") || v.contains("grey");
        };
    return first(values, fits);
  }

  /** The shortest one that fits: the plain word, not its variants. */
  private static @Nullable String first(List<String> values, Predicate<String> fits) {
    String best = null;
    for (String value : values) {
      if (fits.test(value.toLowerCase(Locale.ROOT))
          && (best == null || value.length() < best.length())) {
        best = value;
      }
    }
    return best;
  }
}
