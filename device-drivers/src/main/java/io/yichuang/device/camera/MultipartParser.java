package io.yichuang.device.camera;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a {@code multipart/x-mixed-replace} stream into its parts (RFC 2046, section 5.1). A part
 * ends by its Content-Length where it has one, else at the next boundary; whatever is no part is
 * skipped up to the next boundary.
 */
final class MultipartParser {
  /** Cameras write two or three header lines. */
  static final int MAX_HEADER = 8 * 1024;

  /** What comes out of the stream. */
  sealed interface Event {
    /** One whole part. */
    record Part(byte[] body) implements Event {}

    /** Bytes that are no part were thrown away. */
    record Corrupt(String why) implements Event {}
  }

  private enum Where {
    BOUNDARY,
    HEADER,
    COUNTED,
    OPEN
  }

  private final byte[] mark;
  private final int maxPart;
  private byte[] held = new byte[64 * 1024];
  private int size;
  private int searched;
  private Where where = Where.BOUNDARY;
  private int wanted;

  /**
   * A parser for one stream.
   *
   * @param boundary as the Content-Type names it; many cameras write the two dashes into it
   * @param maxPart most bytes of one part
   */
  MultipartParser(String boundary, int maxPart) {
    String bare = boundary.replaceFirst("^-+", "");
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("an empty boundary");
    }
    this.mark = ("--" + bare).getBytes(StandardCharsets.ISO_8859_1);
    this.maxPart = maxPart;
  }

  /** Takes the next bytes and returns what is complete by now. */
  List<Event> take(byte[] bytes, int offset, int length) {
    List<Event> events = new ArrayList<>();
    int at = offset;
    int end = offset + length;
    while (at < end) {
      // In slices, so that what is held never exceeds the limit by more than one of them.
      int slice = Math.min(end - at, 16 * 1024);
      append(bytes, at, slice);
      at += slice;
      while (step(events)) {}
    }
    return events;
  }

  /** How many bytes are kept; never more than a part, a header and a slice. */
  int held() {
    return size;
  }

  private boolean step(List<Event> events) {
    return switch (where) {
      case BOUNDARY -> boundary(events);
      case HEADER -> header(events);
      case COUNTED -> counted(events);
      case OPEN -> open(events);
    };
  }

  private boolean boundary(List<Event> events) {
    int found = find(mark);
    if (found < 0) {
      int useless = Math.max(0, size - mark.length + 1);
      if (useless > MAX_HEADER) {
        drop(useless);
        events.add(new Event.Corrupt(useless + " bytes without a boundary"));
      }
      return false;
    }
    drop(found + mark.length);
    where = Where.HEADER;
    return true;
  }

  private boolean header(List<Event> events) {
    int end = endOfHeader();
    if (end < 0) {
      if (size > MAX_HEADER) {
        events.add(new Event.Corrupt("a part header of more than " + MAX_HEADER + " bytes"));
        where = Where.BOUNDARY;
        return true;
      }
      return false;
    }
    String header = new String(held, 0, end, StandardCharsets.ISO_8859_1);
    drop(end);
    int length = contentLength(header);
    if (length > maxPart) {
      events.add(new Event.Corrupt("a part of " + length + " bytes is announced"));
      where = Where.BOUNDARY;
    } else {
      wanted = length;
      where = length >= 0 ? Where.COUNTED : Where.OPEN;
    }
    return true;
  }

  private boolean counted(List<Event> events) {
    if (size < wanted) {
      return false;
    }
    events.add(new Event.Part(Arrays.copyOf(held, wanted)));
    drop(wanted);
    where = Where.BOUNDARY;
    return true;
  }

  private boolean open(List<Event> events) {
    int found = find(mark);
    if (found < 0) {
      if (size > maxPart) {
        events.add(new Event.Corrupt("a part of more than " + maxPart + " bytes"));
        where = Where.BOUNDARY;
        return true;
      }
      return false;
    }
    int end = found;
    if (end > 0 && held[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && held[end - 1] == '\r') {
      end--;
    }
    events.add(new Event.Part(Arrays.copyOf(held, end)));
    drop(found);
    where = Where.BOUNDARY;
    return true;
  }

  /** Behind the empty line that ends a header, or -1. A bare LF is taken too. */
  private int endOfHeader() {
    for (int i = 0; i + 1 < Math.min(size, MAX_HEADER); i++) {
      if (held[i] == '\n') {
        if (held[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < size && held[i + 1] == '\r' && held[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  /** -1 where there is none; a number that is none counts as absent. */
  private static int contentLength(String header) {
    for (String line : header.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0
          && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("content-length")) {
        String value = line.substring(colon + 1).strip();
        if (value.matches("\\d{1,10}")) {
          return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(value));
        }
      }
    }
    return -1;
  }

  /** Where {@code wanted} begins, or -1; what was searched is not searched again. */
  private int find(byte[] pattern) {
    for (int i = searched; i <= size - pattern.length; i++) {
      if (Arrays.equals(held, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i;
      }
    }
    searched = Math.max(0, size - pattern.length + 1);
    return -1;
  }

  private void append(byte[] bytes, int offset, int length) {
    if (size + length > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, size + length));
    }
    System.arraycopy(bytes, offset, held, size, length);
    size += length;
  }

  private void drop(int length) {
    System.arraycopy(held, length, held, 0, size - length);
    size -= length;
    searched = 0;
  }
}
