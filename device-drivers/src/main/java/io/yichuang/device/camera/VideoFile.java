package io.yichuang.device.camera;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open camera of Video4Linux: what it can, its form of pictures, its buffers. One thread. */
final class VideoFile implements AutoCloseable {
  /** Enough that one is filled while one is read. */
  private static final int BUFFERS = 4;

  /** No driver offers more forms. */
  private static final int MOST_FORMS = 64;

  private final LinuxVideo linux;
  private final int file;
  private final List<MemorySegment> buffers = new ArrayList<>();
  private boolean on;
  private boolean closed;

  /** How pictures come. */
  record Form(int pixels, int width, int height, int rowBytes, int bytes) {}

  private VideoFile(LinuxVideo linux, int file) {
    this.linux = linux;
    this.file = file;
  }

  /** Opens it and makes sure that it is a camera. */
  static VideoFile open(LinuxVideo linux, Path node) throws DeviceException {
    var video = new VideoFile(linux, linux.open(node));
    try {
      video.prove();
      return video;
    } catch (DeviceException e) {
      video.close();
      throw e;
    }
  }

  private void prove() throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(V4l2.CAPABILITY);
      linux.demand(file, V4l2.QUERYCAP, answer, "asking the camera");
      int all = V4l2.get(answer, V4l2.CAPABILITY, "capabilities");
      // A device with several files says there what this file can.
      int can =
          (all & V4l2.CAP_DEVICE_CAPS) != 0
              ? V4l2.get(answer, V4l2.CAPABILITY, "device_caps")
              : all;
      int needed = V4l2.CAP_VIDEO_CAPTURE | V4l2.CAP_STREAMING;
      if ((can & needed) != needed) {
        throw new DeviceException(
            FaultCode.PROTOCOL, "this file of the camera gives no pictures; take another");
      }
    }
  }

  /** Chooses JPEG pictures where there are any, else raw ones, of the nearest size. */
  Form choose(V4l2Camera.Sizes sizes) throws DeviceException {
    List<Integer> offered = offered();
    int pixels =
        List.of(V4l2.MJPEG, V4l2.JPEG, V4l2.YUYV).stream()
            .filter(offered::contains)
            .findFirst()
            .orElseThrow(() ->
                new DeviceException(
                    FaultCode.PROTOCOL,
                    "it gives neither MJPEG nor YUYV but "
                        + String.join(", ", offered.stream().map(V4l2::letters).toList())));
    V4l2Camera.Size size = pixels == V4l2.YUYV ? sizes.raw() : sizes.coded();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment format = arena.allocate(V4l2.FORMAT);
      V4l2.set(format, V4l2.FORMAT, "type", V4l2.VIDEO_CAPTURE);
      V4l2.set(format, V4l2.FORMAT, "width", size.width());
      V4l2.set(format, V4l2.FORMAT, "height", size.height());
      V4l2.set(format, V4l2.FORMAT, "pixelformat", pixels);
      linux.demand(file, V4l2.S_FMT, format, "choosing the camera's pictures");
      var form =
          new Form(
              V4l2.get(format, V4l2.FORMAT, "pixelformat"),
              V4l2.get(format, V4l2.FORMAT, "width"),
              V4l2.get(format, V4l2.FORMAT, "height"),
              V4l2.get(format, V4l2.FORMAT, "bytesperline"),
              V4l2.get(format, V4l2.FORMAT, "sizeimage"));
      if (form.pixels() != pixels) {
        throw new DeviceException(
            FaultCode.PROTOCOL, "it offers " + V4l2.letters(pixels) + " and does not give it");
      }
      return form;
    }
  }

  private List<Integer> offered() {
    var offered = new ArrayList<Integer>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(V4l2.FORMAT_DESCRIPTION);
      for (int i = 0; i < MOST_FORMS; i++) {
        one.fill((byte) 0);
        V4l2.set(one, V4l2.FORMAT_DESCRIPTION, "index", i);
        V4l2.set(one, V4l2.FORMAT_DESCRIPTION, "type", V4l2.VIDEO_CAPTURE);
        if (linux.ask(file, V4l2.ENUM_FMT, one) != 0) {
          break; // the end of the list
        }
        offered.add(V4l2.get(one, V4l2.FORMAT_DESCRIPTION, "pixelformat"));
      }
    }
    return offered;
  }

  /** Gets buffers, hands them to the driver and switches the camera on. */
  void start() throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(V4l2.REQUEST);
      V4l2.set(request, V4l2.REQUEST, "count", BUFFERS);
      V4l2.set(request, V4l2.REQUEST, "type", V4l2.VIDEO_CAPTURE);
      V4l2.set(request, V4l2.REQUEST, "memory", V4l2.MEMORY_MMAP);
      linux.demand(file, V4l2.REQBUFS, request, "asking for memory for pictures");
      int count = Math.min(BUFFERS, V4l2.get(request, V4l2.REQUEST, "count"));
      for (int i = 0; i < count; i++) {
        MemorySegment one = buffer(arena, i);
        linux.demand(file, V4l2.QUERYBUF, one, "asking for memory for pictures");
        int length = V4l2.get(one, V4l2.BUFFER, "length");
        if (length <= 0 || length > MjpegCamera.MAX_FRAME) {
          throw new DeviceException(FaultCode.PROTOCOL, "a picture of " + length + " bytes");
        }
        buffers.add(linux.map(file, V4l2.get(one, V4l2.BUFFER, "offset"), length));
        linux.demand(file, V4l2.QBUF, buffer(arena, i), "giving memory to the camera");
      }
      if (buffers.isEmpty()) {
        throw new DeviceException(FaultCode.PROTOCOL, "the camera takes no memory");
      }
      linux.demand(file, V4l2.STREAMON, type(arena), "switching the camera on");
      on = true;
    }
  }

  private static MemorySegment buffer(Arena arena, int index) {
    MemorySegment one = arena.allocate(V4l2.BUFFER);
    V4l2.set(one, V4l2.BUFFER, "index", index);
    V4l2.set(one, V4l2.BUFFER, "type", V4l2.VIDEO_CAPTURE);
    V4l2.set(one, V4l2.BUFFER, "memory", V4l2.MEMORY_MMAP);
    return one;
  }

  private static MemorySegment type(Arena arena) {
    return arena.allocateFrom(ValueLayout.JAVA_INT, V4l2.VIDEO_CAPTURE);
  }

  /**
   * The next picture; null when none came in time.
   *
   * @return what the driver wrote, empty if it says that the picture is damaged
   * @throws DeviceException when the camera is gone or has stopped
   */
  byte @Nullable [] next(int millis) throws DeviceException {
    int happened = linux.poll(file, millis);
    if (happened == 0) {
      return null;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment full = buffer(arena, 0);
      int errno = linux.ask(file, V4l2.DQBUF, full);
      if (errno == LinuxVideo.EAGAIN && (happened & V4l2.POLLERR) == 0) {
        return null;
      }
      if (errno != 0) {
        // A pulled camera answers ENODEV; one that stopped leaves only the error of poll.
        throw errno == LinuxVideo.ENODEV
            ? new DeviceException(FaultCode.CONNECTION_LOST, "the camera is gone")
            : LinuxVideo.error("taking a picture", errno == LinuxVideo.EINVAL ? 0 : errno);
      }
      int index = V4l2.get(full, V4l2.BUFFER, "index");
      if (index < 0 || index >= buffers.size()) {
        throw new DeviceException(FaultCode.PROTOCOL, "a picture in no buffer of ours: " + index);
      }
      MemorySegment memory = buffers.get(index);
      int used = Math.clamp(V4l2.get(full, V4l2.BUFFER, "bytesused"), 0, (int) memory.byteSize());
      boolean damaged = (V4l2.get(full, V4l2.BUFFER, "flags") & V4l2.FLAG_ERROR) != 0;
      byte[] picture =
          damaged ? new byte[0] : memory.asSlice(0, used).toArray(ValueLayout.JAVA_BYTE);
      linux.demand(file, V4l2.QBUF, buffer(arena, index), "giving memory to the camera");
      return picture;
    }
  }

  /** Switches it off and gives everything back; of a camera that is gone too. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (on) {
      try (Arena arena = Arena.ofConfined()) {
        linux.ask(file, V4l2.STREAMOFF, type(arena));
      }
    }
    buffers.forEach(linux::unmap);
    buffers.clear();
    linux.close(file);
  }
}
