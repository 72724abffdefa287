package io.yichuang.kiosk;

import static org.awaitility.Awaitility.await;

import io.yichuang.simulator.Simulators;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a citizen reads on the telephone: other messages may come in between. */
final class Sms {
  private static final Pattern CODE = Pattern.compile("验证码([0-9]{6})");

  private Sms() {}

  /** The code to type, of the last message that has one; waits for it. */
  static String code(Simulators simulators) {
    return await()
        .atMost(Visitor.PATIENCE)
        .until(() -> last(simulators), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<String> last(Simulators simulators) {
    return simulators.platform().messages().stream()
        .map(message -> CODE.matcher(String.valueOf(message.get("text"))))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
