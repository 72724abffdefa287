package io.yichuang.simulator.scan;

import io.yichuang.simulator.scan.ScanRequest.Source;
import java.io.IOException;
import java.util.List;

/**
 * The options of one opened device, named as SANE's well-known ones and as its fujitsu backend
 * names its sources and sensors. All types, units and capabilities are those of sane.h.
 */
final class SaneOptions {
  private static final int TYPE_BOOL = 0;
  private static final int TYPE_INT = 1;
  private static final int TYPE_FIXED = 2;
  private static final int TYPE_STRING = 3;
  private static final int TYPE_GROUP = 5;

  private static final int UNIT_NONE = 0;
  private static final int UNIT_MM = 3;
  private static final int UNIT_DPI = 4;

  private static final int CAP_SETTABLE = 1 + 4;
  private static final int CAP_READ_ONLY = 4;
  private static final int CAP_SENSOR = 2 + 4 + 64;

  private static final int INFO_INEXACT = 1;
  private static final int INFO_RELOAD_OPTIONS = 2;
  private static final int INFO_RELOAD_PARAMS = 4;

  private static final int ACTION_GET = 0;
  private static final int ACTION_SET = 1;

  /** SANE's fixed numbers are counted in 1/65536. */
  static final int FIXED_ONE = 1 << 16;

  private static final int TEXT_SIZE = 16;
  private static final int WORD_SIZE = 4;

  private static final List<String> MODES = List.of("Gray", "Color");
  private static final List<String> SOURCES = List.of("Flatbed", "ADF Front", "ADF Duplex");
  private static final List<Integer> RESOLUTIONS = List.of(75, 100, 150, 200, 300, 400, 600);

  /** The order is the option number on the wire. */
  private enum Option {
    COUNT("", "Number of options", TYPE_INT, UNIT_NONE, CAP_READ_ONLY),
    SCAN("", "Scan mode", TYPE_GROUP, UNIT_NONE, 0),
    SOURCE("source", "Scan source", TYPE_STRING, UNIT_NONE, CAP_SETTABLE),
    MODE("mode", "Scan mode", TYPE_STRING, UNIT_NONE, CAP_SETTABLE),
    RESOLUTION("resolution", "Scan resolution", TYPE_INT, UNIT_DPI, CAP_SETTABLE),
    GEOMETRY("", "Geometry", TYPE_GROUP, UNIT_NONE, 0),
    LEFT("tl-x", "Top-left x", TYPE_FIXED, UNIT_MM, CAP_SETTABLE),
    TOP("tl-y", "Top-left y", TYPE_FIXED, UNIT_MM, CAP_SETTABLE),
    RIGHT("br-x", "Bottom-right x", TYPE_FIXED, UNIT_MM, CAP_SETTABLE),
    BOTTOM("br-y", "Bottom-right y", TYPE_FIXED, UNIT_MM, CAP_SETTABLE),
    SENSORS("", "Sensors", TYPE_GROUP, UNIT_NONE, 0),
    PAGE_LOADED("page-loaded", "Page loaded", TYPE_BOOL, UNIT_NONE, CAP_SENSOR),
    COVER("cover-open", "Cover open", TYPE_BOOL, UNIT_NONE, CAP_SENSOR),
    DOUBLE_FEED("omr-df", "Double feed detected", TYPE_BOOL, UNIT_NONE, CAP_SENSOR);

    final String name;
    final String title;
    final int type;
    final int unit;
    final int cap;

    Option(String name, String title, int type, int unit, int cap) {
      this.name = name;
      this.title = title;
      this.type = type;
      this.unit = unit;
      this.cap = cap;
    }

    int size() {
      return switch (type) {
        case TYPE_GROUP -> 0;
        case TYPE_STRING -> TEXT_SIZE;
        default -> WORD_SIZE;
      };
    }
  }

  private static final Option[] OPTIONS = Option.values();

  private final SheetPath path;
  private String source = "ADF Front";
  private String mode = "Color";
  private int resolution = 300;
  private boolean stale;
  private int left;
  private int top;
  private int right = fixed(SheetSide.WIDTH_MM);
  private int bottom = fixed(SheetSide.HEIGHT_MM);

  SaneOptions(SheetPath path) {
    this.path = path;
  }

  private static int fixed(double millimetres) {
    return (int) Math.round(millimetres * FIXED_ONE);
  }

  ScanRequest request() {
    double scale = FIXED_ONE;
    return new ScanRequest(
        resolution,
        mode.equals("Color"),
        switch (source) {
          case "Flatbed" -> Source.FLATBED;
          case "ADF Duplex" -> Source.ADF_DUPLEX;
          default -> Source.ADF_FRONT;
        },
        left / scale,
        top / scale,
        Math.max(left, right) / scale,
        Math.max(top, bottom) / scale);
  }

  /** Answers GET_OPTION_DESCRIPTORS. */
  void describe(SaneWire wire) throws IOException {
    stale = false;
    wire.put(OPTIONS.length);
    for (Option option : OPTIONS) {
      wire.put(0).put(option.name).put(option.title).put(option.title);
      wire.put(option.type).put(option.unit).put(option.size()).put(option.cap);
      switch (option) {
        case SOURCE -> putStrings(wire, SOURCES);
        case MODE -> putStrings(wire, MODES);
        case RESOLUTION -> {
          wire.put(2).put(RESOLUTIONS.size() + 1).put(RESOLUTIONS.size());
          for (int dpi : RESOLUTIONS) {
            wire.put(dpi);
          }
        }
        case LEFT, RIGHT -> wire.put(1).put(0).put(0).put(fixed(SheetSide.WIDTH_MM)).put(0);
        case TOP, BOTTOM -> wire.put(1).put(0).put(0).put(fixed(SheetSide.HEIGHT_MM)).put(0);
        default -> wire.put(0);
      }
    }
  }

  /** A list constraint: the strings, ended by a null one that counts. */
  private static void putStrings(SaneWire wire, List<String> strings) throws IOException {
    wire.put(3).put(strings.size() + 1);
    for (String string : strings) {
      wire.put(string);
    }
    wire.put(0);
  }

  /** Reads the rest of a CONTROL_OPTION request after its handle, and answers it. */
  void control(SaneWire wire, boolean handleKnown) throws IOException {
    int number = wire.word();
    int action = wire.word();
    int word = 0;
    String text = "";
    if (action == ACTION_GET || action == ACTION_SET) {
      int type = wire.word();
      int size = wire.word();
      if (type == TYPE_STRING) {
        text = wire.string();
      } else {
        int[] words = wire.wordArray();
        word = words.length > 0 ? words[0] : 0;
      }
      if (size < 0) {
        action = -1;
      }
    }
    boolean known = handleKnown && number >= 0 && number < OPTIONS.length;
    Option option = known ? OPTIONS[number] : Option.SCAN;
    int status = SaneStatus.INVAL;
    int info = 0;
    if (option.type != TYPE_GROUP) {
      if (action == ACTION_GET) {
        status = SaneStatus.GOOD;
      } else if (action == ACTION_SET) {
        info = set(option, word, text);
        status = info < 0 ? SaneStatus.INVAL : SaneStatus.GOOD;
      }
    }
    wire.put(status).put(Math.max(info, 0)).put(option.type).put(option.size());
    putValue(wire, option);
    wire.put((String) null);
  }

  /** The info bits of a set, or -1 if the value is not allowed. */
  private int set(Option option, int word, String text) {
    if (stale) {
      // As seen of Debian's saned: after RELOAD_OPTIONS nothing can be set until they are read
      // again.
      return -1;
    }
    switch (option) {
      case SOURCE -> {
        if (!SOURCES.contains(text)) {
          return -1;
        }
        source = text;
        stale = true;
        return INFO_RELOAD_OPTIONS | INFO_RELOAD_PARAMS;
      }
      case MODE -> {
        if (!MODES.contains(text)) {
          return -1;
        }
        mode = text;
        stale = true;
        return INFO_RELOAD_OPTIONS | INFO_RELOAD_PARAMS;
      }
      case RESOLUTION -> {
        int nearest = RESOLUTIONS.getFirst();
        for (int dpi : RESOLUTIONS) {
          if (Math.abs((long) dpi - word) < Math.abs((long) nearest - word)) {
            nearest = dpi;
          }
        }
        resolution = nearest;
        return nearest == word ? INFO_RELOAD_PARAMS : INFO_RELOAD_PARAMS | INFO_INEXACT;
      }
      case LEFT -> left = clamp(word, SheetSide.WIDTH_MM);
      case RIGHT -> right = clamp(word, SheetSide.WIDTH_MM);
      case TOP -> top = clamp(word, SheetSide.HEIGHT_MM);
      case BOTTOM -> bottom = clamp(word, SheetSide.HEIGHT_MM);
      default -> {
        return -1;
      }
    }
    return wordOf(option) == word ? INFO_RELOAD_PARAMS : INFO_RELOAD_PARAMS | INFO_INEXACT;
  }

  private static int clamp(int value, double maxMm) {
    return Math.clamp(value, 0, fixed(maxMm));
  }

  private void putValue(SaneWire wire, Option option) throws IOException {
    switch (option) {
      case SOURCE -> wire.putPadded(source, TEXT_SIZE);
      case MODE -> wire.putPadded(mode, TEXT_SIZE);
      case SCAN, GEOMETRY, SENSORS -> wire.put(0);
      default -> wire.put(1).put(wordOf(option));
    }
  }

  private int wordOf(Option option) {
    return switch (option) {
      case COUNT -> OPTIONS.length;
      case RESOLUTION -> resolution;
      case LEFT -> left;
      case TOP -> top;
      case RIGHT -> right;
      case BOTTOM -> bottom;
      case PAGE_LOADED -> path.inFeeder() > 0 ? 1 : 0;
      case COVER -> path.blocked() == SheetPath.Stop.COVER_OPEN ? 1 : 0;
      case DOUBLE_FEED -> path.blocked() == SheetPath.Stop.DOUBLE_FEED ? 1 : 0;
      case SCAN, SOURCE, MODE, GEOMETRY, SENSORS -> 0;
    };
  }
}
