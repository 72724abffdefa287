package io.yichuang.device.camera;

import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.charset.StandardCharsets;

/**
 * Structures and numbers of Linux's linux/videodev2.h for 64-bit machines; they are the same on
 * x86-64 and aarch64, where {@code long} and pointers have eight bytes. Only what is used has a
 * name.
 */
final class V4l2 {
  static final StructLayout CAPABILITY =
      structLayout(
          sequenceLayout(16, JAVA_BYTE).withName("driver"),
          sequenceLayout(32, JAVA_BYTE).withName("card"),
          sequenceLayout(32, JAVA_BYTE).withName("bus_info"),
          paddingLayout(4),
          JAVA_INT.withName("capabilities"),
          JAVA_INT.withName("device_caps"),
          paddingLayout(12));

  static final StructLayout FORMAT_DESCRIPTION =
      structLayout(
          JAVA_INT.withName("index"),
          JAVA_INT.withName("type"),
          paddingLayout(36),
          JAVA_INT.withName("pixelformat"),
          paddingLayout(16));

  /** With its picture member; the union has 200 bytes. */
  static final StructLayout FORMAT =
      structLayout(
          JAVA_INT.withName("type"),
          paddingLayout(4),
          JAVA_INT.withName("width"),
          JAVA_INT.withName("height"),
          JAVA_INT.withName("pixelformat"),
          JAVA_INT.withName("field"),
          JAVA_INT.withName("bytesperline"),
          JAVA_INT.withName("sizeimage"),
          paddingLayout(176));

  static final StructLayout REQUEST =
      structLayout(
          JAVA_INT.withName("count"),
          JAVA_INT.withName("type"),
          JAVA_INT.withName("memory"),
          paddingLayout(8));

  static final StructLayout BUFFER =
      structLayout(
          JAVA_INT.withName("index"),
          JAVA_INT.withName("type"),
          JAVA_INT.withName("bytesused"),
          JAVA_INT.withName("flags"),
          paddingLayout(44),
          JAVA_INT.withName("memory"),
          JAVA_INT.withName("offset"),
          paddingLayout(4),
          JAVA_INT.withName("length"),
          paddingLayout(12));

  static final StructLayout POLL =
      structLayout(
          JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));

  private static final int READ = 2;
  private static final int WRITE = 1;

  static final long QUERYCAP = request(READ, 0, CAPABILITY);
  static final long ENUM_FMT = request(READ | WRITE, 2, FORMAT_DESCRIPTION);
  static final long S_FMT = request(READ | WRITE, 5, FORMAT);
  static final long REQBUFS = request(READ | WRITE, 8, REQUEST);
  static final long QUERYBUF = request(READ | WRITE, 9, BUFFER);
  static final long QBUF = request(READ | WRITE, 15, BUFFER);
  static final long DQBUF = request(READ | WRITE, 17, BUFFER);
  static final long STREAMON = request(WRITE, 18, JAVA_INT);
  static final long STREAMOFF = request(WRITE, 19, JAVA_INT);

  static final int VIDEO_CAPTURE = 1;
  static final int MEMORY_MMAP = 1;
  static final int CAP_VIDEO_CAPTURE = 0x1;
  static final int CAP_STREAMING = 0x0400_0000;
  static final int CAP_DEVICE_CAPS = 0x8000_0000;
  static final int FLAG_ERROR = 0x40;

  static final int MJPEG = code("MJPG");
  static final int JPEG = code("JPEG");
  static final int YUYV = code("YUYV");

  static final short POLLIN = 1;
  static final short POLLERR = 8;

  private V4l2() {}

  /** _IOC of asm-generic/ioctl.h: direction, size, 'V', number. */
  private static long request(int direction, int number, MemoryLayout argument) {
    return (long) direction << 30 | argument.byteSize() << 16 | 'V' << 8 | number;
  }

  private static int code(String four) {
    byte[] letters = four.getBytes(StandardCharsets.US_ASCII);
    return letters[0] | letters[1] << 8 | letters[2] << 16 | letters[3] << 24;
  }

  /** A code of four letters as text. */
  static String letters(int code) {
    return new String(
        new byte[] {(byte) code, (byte) (code >> 8), (byte) (code >> 16), (byte) (code >> 24)},
        StandardCharsets.ISO_8859_1);
  }

  static int get(MemorySegment struct, StructLayout layout, String field) {
    return struct.get(JAVA_INT, at(layout, field));
  }

  static void set(MemorySegment struct, StructLayout layout, String field, int value) {
    struct.set(JAVA_INT, at(layout, field), value);
  }

  static long at(StructLayout layout, String field) {
    return layout.byteOffset(PathElement.groupElement(field));
  }
}
