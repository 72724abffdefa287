package io.yichuang.kiosk;

/** What a tenant types and signs to register a lease. */
final class LeaseVisit {
  private LeaseVisit() {}

  /** From the first question to the basket. */
  static void answer(Visitor visitor) {
    visitor.question("role");
    visitor.page.locator("[role=radio]").first().tap();
    visitor.tap("next");
    visitor.question("other-name");
    visitor.type("zhangwei");
    visitor.tap("candidate-0");
    visitor.tap("next");
    visitor.question("other-id");
    visitor.type(withCheckDigit("50011919900307123"));
    visitor.tap("next");
    visitor.question("address");
    visitor.tap("next");
    visitor.question("rent");
    visitor.type("900");
    visitor.tap("next");
    visitor.question("start");
    visitor.type("20261201");
    visitor.tap("next");
    visitor.question("end");
    visitor.type("20271130");
    visitor.tap("next");
    visitor.question("phone");
    visitor.tap("next");
  }

  /** GB 11643. */
  private static String withCheckDigit(String seventeen) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (seventeen.charAt(i) - '0');
    }
    return seventeen + "10x98765432".charAt(sum % 11);
  }

  /** With the finger, on the page that asks for it. */
  static void sign(Visitor visitor) {
    var pad = visitor.page.locator("kiosk-signature").boundingBox();
    var mouse = visitor.page.mouse();
    for (int stroke = 0; stroke < 3; stroke++) {
      double x = pad.x + 150 + stroke * 200;
      double y = pad.y + 80;
      mouse.move(x, y);
      mouse.down();
      for (int i = 1; i < 14; i++) {
        mouse.move(x + i * 8, y + Math.abs(7 - i) * 12);
      }
      mouse.up();
    }
  }
}
