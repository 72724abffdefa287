package io.yichuang.device.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the answers of the SANE network protocol out of bytes. Answers have no length of their own,
 * so an answer is tried from its first byte until enough of it has come.
 */
final class SaneDecoder {
  /** Longest string: an option's value list is far below. */
  static final int MAX_STRING = 64 * 1024;

  /** Most items of an array; real backends describe fewer than 200 options. */
  static final int MAX_ITEMS = 4096;

  /** Longest answer kept while it is incomplete. */
  static final int MAX_REPLY = 1024 * 1024;

  /** What came of the bytes so far. */
  sealed interface Decoded<T> {
    /** An answer and how many bytes it took. */
    record Value<T>(T value, int length) implements Decoded<T> {}

    record More<T>() implements Decoded<T> {}

    record Corrupt<T>(String why) implements Decoded<T> {}
  }

  private static final class Incomplete extends RuntimeException {
    Incomplete() {
      super(null, null, false, false);
    }
  }

  private static final class Broken extends RuntimeException {
    Broken(String why) {
      super(why, null, false, false);
    }
  }

  private final byte[] bytes;
  private final int end;
  private int at;

  private SaneDecoder(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  static Decoded<SaneReply.Init> init(byte[] bytes, int end) {
    return decode(bytes, end, in -> new SaneReply.Init(in.status(), in.word()));
  }

  static Decoded<SaneReply.Devices> devices(byte[] bytes, int end) {
    return decode(bytes, end, in -> new SaneReply.Devices(in.status(), in.names()));
  }

  static Decoded<SaneReply.Open> open(byte[] bytes, int end) {
    return decode(bytes, end, in -> new SaneReply.Open(in.status(), in.word(), in.string()));
  }

  static Decoded<SaneReply.Options> options(byte[] bytes, int end) {
    return decode(bytes, end, in -> new SaneReply.Options(in.descriptors()));
  }

  static Decoded<SaneReply.Control> control(byte[] bytes, int end) {
    return decode(bytes, end, SaneDecoder::controlReply);
  }

  static Decoded<SaneReply.Parameters> parameters(byte[] bytes, int end) {
    return decode(
        bytes,
        end,
        in ->
            new SaneReply.Parameters(
                in.status(),
                in.word(),
                in.word() != 0,
                in.word(),
                in.word(),
                in.word(),
                in.word()));
  }

  static Decoded<SaneReply.Started> started(byte[] bytes, int end) {
    return decode(
        bytes, end, in -> new SaneReply.Started(in.status(), in.word(), in.word(), in.string()));
  }

  static Decoded<SaneReply.Done> done(byte[] bytes, int end) {
    return decode(bytes, end, in -> new SaneReply.Done(in.word()));
  }

  private static <T> Decoded<T> decode(byte[] bytes, int end, Function<SaneDecoder, T> read) {
    SaneDecoder in = new SaneDecoder(bytes, end);
    try {
      return new Decoded.Value<>(read.apply(in), in.at);
    } catch (Incomplete e) {
      return end >= MAX_REPLY
          ? new Decoded.Corrupt<>("an answer of more than " + MAX_REPLY + " bytes")
          : new Decoded.More<>();
    } catch (Broken e) {
      return new Decoded.Corrupt<>(String.valueOf(e.getMessage()));
    }
  }

  private int word() {
    if (end - at < Integer.BYTES) {
      throw new Incomplete();
    }
    int value =
        (bytes[at] & 0xFF) << 24
            | (bytes[at + 1] & 0xFF) << 16
            | (bytes[at + 2] & 0xFF) << 8
            | (bytes[at + 3] & 0xFF);
    at += Integer.BYTES;
    return value;
  }

  private int status() {
    int status = word();
    if (status < 0 || status > SaneReply.Status.ACCESS_DENIED) {
      throw new Broken("status word " + Integer.toHexString(status));
    }
    return status;
  }

  private int count(int most, String what) {
    int count = word();
    if (count < 0 || count > most) {
      throw new Broken(what + " of length " + Integer.toUnsignedString(count));
    }
    return count;
  }

  private byte[] raw(int length) {
    if (end - at < length) {
      throw new Incomplete();
    }
    byte[] value = new byte[length];
    System.arraycopy(bytes, at, value, 0, length);
    at += length;
    return value;
  }

  /** A NULL string has length 0 and reads as empty. */
  private String string() {
    byte[] value = raw(count(MAX_STRING, "string"));
    int length = 0;
    while (length < value.length && value[length] != 0) {
      length++;
    }
    return new String(value, 0, length, StandardCharsets.ISO_8859_1);
  }

  private SaneReply.Control controlReply() {
    int status = status();
    int info = word();
    int type = word();
    word(); // the size, told again by the array
    switch (type) {
      case SaneOption.BOOL, SaneOption.INT, SaneOption.FIXED -> raw(count(MAX_ITEMS, "array") * 4);
      case SaneOption.STRING -> raw(count(MAX_STRING, "string value"));
      case SaneOption.BUTTON, SaneOption.GROUP -> {}
      default -> throw new Broken("value of type " + type);
    }
    return new SaneReply.Control(status, info, string());
  }

  /** An array of pointers to devices, whose end is a null one: name, vendor, model, type. */
  private List<String> names() {
    int count = count(MAX_ITEMS, "device list");
    List<String> names = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      if (present()) {
        names.add(string());
        string();
        string();
        string();
      }
    }
    return List.copyOf(names);
  }

  private List<SaneOption> descriptors() {
    int count = count(MAX_ITEMS, "option list");
    if (count == 0) {
      // Option 0, their number, is there always (SANE standard 4.4): this is the answer to
      // something
      // else that came twice, and kept as the list it would refuse every job from then on.
      throw new Broken("an option list without option 0");
    }
    List<SaneOption> options = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      if (present()) {
        options.add(descriptor(index));
      }
    }
    return List.copyOf(options);
  }

  /** A pointer: 0 is followed by the item, 1 is null. */
  private boolean present() {
    return switch (word()) {
      case 0 -> true;
      case 1 -> false;
      default -> throw new Broken("a pointer that is neither 0 nor 1");
    };
  }

  private SaneOption descriptor(int index) {
    String name = string();
    string(); // title
    string(); // description
    int type = word();
    int unit = word();
    int size = word();
    int capabilities = word();
    return new SaneOption(index, name, type, unit, size, capabilities, limits());
  }

  private SaneOption.Limits limits() {
    return switch (word()) {
      case 0 -> new SaneOption.Limits.None();
      case 1 ->
          present()
              ? new SaneOption.Limits.Range(word(), word(), word())
              : new SaneOption.Limits.None();
      case 2 -> {
        List<Integer> words = new ArrayList<>();
        int count = count(MAX_ITEMS, "word list");
        for (int i = 0; i < count; i++) {
          int value = word();
          if (i > 0) { // the first word repeats the length
            words.add(value);
          }
        }
        yield new SaneOption.Limits.Words(List.copyOf(words));
      }
      case 3 -> {
        List<String> strings = new ArrayList<>();
        int count = count(MAX_ITEMS, "string list");
        for (int i = 0; i < count; i++) {
          String value = string();
          if (!value.isEmpty() || i < count - 1) { // the last one is NULL
            strings.add(value);
          }
        }
        yield new SaneOption.Limits.Strings(List.copyOf(strings));
      }
      default -> throw new Broken("an unknown kind of constraint");
    };
  }
}
