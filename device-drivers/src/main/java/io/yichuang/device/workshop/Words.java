package io.yichuang.device.workshop;

import io.yichuang.device.ChipReader.Chip;
import io.yichuang.device.CodeScanner.Code;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.IdCard;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.Site.Surroundings;
import io.yichuang.device.TravelDocument;
import io.yichuang.device.Ups.Power;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What devices say, as maps ready for JSON.
 *
 * @param plain Personal data is masked unless this is set: what a technician sees stays in his
 *     terminal's memory and goes into tickets. With a card of his own he may want all of it.
 */
record Words(boolean plain) {
  private static final String MASKED = "＊";

  static Map<String, @Nullable Object> status(DeviceStatus status) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("state", word(status.state()));
    line.put("media", word(status.media()));
    var supplies = new TreeMap<String, Object>();
    status.supplies().forEach((supply, level) -> supplies.put(word(supply), word(level)));
    line.put("supplies", supplies);
    DeviceFault fault = status.fault();
    if (fault != null) {
      line.putAll(fault(fault));
    }
    return line;
  }

  /** How a command ended; {@code value} holds what a done one brought. */
  static Map<String, @Nullable Object> outcome(Outcome<?> outcome) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("outcome", word(outcome.getClass().getSimpleName()));
    switch (outcome) {
      case Outcome.Refused<?>(Refusal why) -> {
        line.put("why", word(why));
        texts(line, "refusals", why.name());
      }
      case Outcome.Failed<?>(DeviceFault fault) -> line.putAll(fault(fault));
      case Outcome.Uncertain<?>(DeviceFault fault) -> line.putAll(fault(fault));
      case Outcome.Done<?> _, Outcome.Cancelled<?> _ -> {}
    }
    return line;
  }

  private static Map<String, @Nullable Object> fault(DeviceFault fault) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("fault", fault.code().code());
    line.put("detail", fault.detail());
    texts(line, "faults", fault.code().code());
    return line;
  }

  /** In the language of the machine: Chinese, or English. */
  private static void texts(Map<String, @Nullable Object> line, String bundle, String key) {
    ResourceBundle texts = ResourceBundle.getBundle("io/yichuang/device/" + bundle);
    line.put("technician", texts.getString(key + ".technician"));
    line.put("remedy", texts.getString(key + ".remedy"));
  }

  Map<String, @Nullable Object> card(IdCard card) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("kind", word(card.kind()));
    line.put("name", some(card.name(), 1, 0));
    line.put("latinName", some(card.latinName(), 1, 0));
    line.put("sex", plain ? card.sex() : some(card.sex(), 0, 0));
    line.put("birth", day(card.birth()));
    line.put("address", some(card.address(), 3, 0));
    line.put("number", some(card.number(), 4, 2));
    line.put("authority", card.authority());
    line.put("validFrom", String.valueOf(card.validFrom()));
    line.put("validUntil", card.validUntil() == null ? null : card.validUntil().toString());
    return line;
  }

  Map<String, @Nullable Object> document(TravelDocument document) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("form", word(document.form()));
    line.put("code", document.code());
    line.put("issuer", document.issuer());
    line.put("number", some(document.number(), 2, 2));
    line.put("surname", some(document.surname(), 1, 0));
    line.put("givenNames", some(document.givenNames(), 1, 0));
    line.put("birth", day(document.birth()));
    line.put("expiry", document.expiry().toString());
    return line;
  }

  static Map<String, @Nullable Object> chip(Chip chip) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("atr", chip.atr());
    line.put("travelDocument", chip.travelDocument());
    return line;
  }

  Map<String, @Nullable Object> code(Code code) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("length", code.text().length());
    line.put("text", some(code.text(), 4, 0));
    return line;
  }

  static Map<String, @Nullable Object> power(Power power) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("mains", word(power.mains()));
    line.put("battery", word(power.battery()));
    line.put("inputVolts", number(power.inputVolts()));
    line.put("load", number(power.load()));
    line.put("charge", number(power.charge()));
    return line;
  }

  static Map<String, @Nullable Object> surroundings(Surroundings seen) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("door", word(seen.door()));
    line.put("presence", word(seen.presence()));
    line.put("temperature", number(seen.temperature()));
    line.put("humidity", number(seen.humidity()));
    return line;
  }

  private @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : some(day.toString(), 4, 0);
  }

  /** The first and last characters, the others masked; short texts are masked whole. */
  private String some(String text, int first, int last) {
    int[] points = text.codePoints().toArray();
    if (plain || points.length == 0) {
      return text;
    }
    if (points.length <= first + last) {
      return MASKED.repeat(points.length);
    }
    return new String(points, 0, first)
        + MASKED.repeat(points.length - first - last)
        + new String(points, points.length - last, last);
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** As XFS4IoT writes its words: {@code NOT_PRESENT} is {@code notPresent}. */
  static String word(Enum<?> value) {
    return word(value.name());
  }

  private static String word(String name) {
    String[] parts = name.toLowerCase(Locale.ROOT).split("_");
    var word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return word.toString();
  }
}
