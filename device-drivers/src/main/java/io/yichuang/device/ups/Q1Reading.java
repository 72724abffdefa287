package io.yichuang.device.ups;

import io.yichuang.device.Ups.Battery;
import io.yichuang.device.Ups.Mains;
import io.yichuang.device.Ups.Power;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Megatec's answer to Q1: {@code (MMM.M NNN.N PPP.P QQQ RR.R S.SS TT.T b7b6b5b4b3b2b1b0}, in order
 * input, lowest and output volts, load, frequency, battery volts, temperature, flags.
 *
 * @param flags eight characters of 0 and 1: mains failed, battery low, bypass or boost, UPS failed,
 *     stand-by type, test, shutdown, beeper
 */
record Q1Reading(double inputVolts, double load, String flags) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\((\\d{3}\\.\\d) \\d{3}\\.\\d \\d{3}\\.\\d (\\d{3}) \\d{2}\\.\\d [0-9.]{4} [-0-9.]{4}"
              + " ([01]{8})");

  /** The reading of a line without its CR, or null where it is none. */
  static @Nullable Q1Reading of(String line) {
    Matcher form = FORM.matcher(line);
    return form.matches()
        ? new Q1Reading(
            Double.parseDouble(form.group(1)), Double.parseDouble(form.group(2)), form.group(3))
        : null;
  }

  private boolean flag(int bit) {
    return flags.charAt(7 - bit) == '1';
  }

  Power power() {
    return new Power(
        flag(7) ? Mains.NO_POWER : Mains.POWERING,
        flag(4) ? Battery.FAILURE : flag(6) ? Battery.LOW : Battery.OPERATIONAL,
        OptionalDouble.of(inputVolts),
        OptionalDouble.of(load),
        OptionalDouble.empty());
  }
}
