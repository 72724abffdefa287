package io.yichuang.kiosk.catalogue;

import java.util.List;

/** An invented item that needs one scanned paper. */
final class Offered {
  static final LocalText WORDS = new LocalText("字", "words");

  private Offered() {}

  static ServiceItem lease() {
    return item(
        ServiceItem.Kind.APPLY,
        ServiceItem.Assurance.L2,
        ServiceItem.Night.OPEN,
        List.of(paper()),
        List.of("receipt-printer"));
  }

  static ServiceItem item(
      ServiceItem.Kind kind,
      ServiceItem.Assurance assurance,
      ServiceItem.Night night,
      List<MaterialRule> materials,
      List<String> devices) {
    return new ServiceItem(
        "TEST-1",
        kind,
        WORDS,
        WORDS,
        WORDS,
        "house",
        assurance,
        night,
        5,
        new ServiceItem.Fee(0, WORDS),
        new ServiceItem.Limits(null, null),
        List.of(),
        List.of(),
        materials,
        List.of(),
        devices,
        List.of(),
        null);
  }

  static MaterialRule paper() {
    return new MaterialRule(
        "paper",
        MaterialRule.Means.SCAN,
        WORDS,
        WORDS,
        "page",
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
