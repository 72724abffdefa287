package io.yichuang.device.ups;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Ups.Battery;
import io.yichuang.device.Ups.Mains;
import io.yichuang.device.Ups.Power;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import io.yichuang.device.link.LineParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/** NUT's network protocol: {@code upsd} knows hundreds of models. */
final class NutLine implements UpsLine {
  private static final int LONGEST = 512;

  private final FrameLine<String> line;
  private final String ups;
  private final UpsTimings timings;

  NutLine(ByteLink link, String ups, UpsTimings timings, LaneClock clock) {
    this.line = new FrameLine<>(link, new LineParser(LONGEST), clock.nanos());
    this.ups = ups;
    this.timings = timings;
  }

  @Override
  public Power ask() throws DeviceException {
    List<String> words = List.of(variable("ups.status").split(" "));
    return new Power(
        words.contains("OB")
            ? Mains.NO_POWER
            : words.contains("OL") ? Mains.POWERING : Mains.UNKNOWN,
        words.contains("RB") || words.contains("ALARM")
            ? Battery.FAILURE
            : words.contains("LB") || words.contains("FSD") ? Battery.LOW : Battery.OPERATIONAL,
        number("input.voltage"),
        number("ups.load"),
        number("battery.charge"));
  }

  private OptionalDouble number(String name) throws DeviceException {
    String value = variable(name);
    return value.matches("-?\\d{1,6}(\\.\\d{1,6})?")
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }

  /** The value, or empty when this model does not have the variable, or not yet: ask again. */
  private String variable(String name) throws DeviceException {
    line.drain();
    line.send(
        ("GET VAR " + ups + " " + name + "\n").getBytes(StandardCharsets.US_ASCII),
        timings.answer());
    String text = line.receive(each -> answers(each, name), timings.answer());
    return switch (NutReply.of(text)) {
      case NutReply.Value(String _, String _, String value) -> value;
      case NutReply.Refused(String word) -> refused(word);
      case null -> throw new DeviceException(FaultCode.MALFORMED, "no reply of upsd");
    };
  }

  private boolean answers(String text, String name) {
    return switch (NutReply.of(text)) {
      case NutReply.Value(String of, String which, String _) ->
          of.equals(ups) && which.equals(name);
      case NutReply.Refused _ -> true;
      case null -> false;
    };
  }

  private static String refused(String word) throws DeviceException {
    return switch (word) {
      case "VAR-NOT-SUPPORTED" -> "";
      case "DATA-STALE", "DRIVER-NOT-CONNECTED" ->
          throw new DeviceException(FaultCode.NO_ANSWER, "upsd has lost the UPS: " + word);
      default -> throw new DeviceException(FaultCode.PROTOCOL, "upsd refuses: " + word);
    };
  }

  @Override
  public void close() {
    line.close();
  }
}
