package io.yichuang.device.camera;

import io.yichuang.device.DeviceId;
import io.yichuang.device.FrameSource;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.DeviceNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cameras of Linux: face cameras and document cameras on USB, through Video4Linux. */
public final class V4l2Camera {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

  /** Sharp enough for a face across a counter, and what nearly every camera has. */
  private static final Size USUAL = new Size(1920, 1080);

  /** Raw pictures are coded by us, and fill USB 2 at this size already. */
  private static final Size RAW = new Size(640, 480);

  private V4l2Camera() {}

  /** Pixels. */
  record Size(int width, int height) {}

  /**
   * What is asked of a camera, which takes the nearest it has.
   *
   * @param coded of cameras that give JPEG pictures
   * @param raw of the others
   */
  record Sizes(Size coded, Size raw) {}

  /**
   * Starts the driver; the camera itself is on only while somebody watches.
   *
   * @param address {@code v4l2:/dev/v4l/by-id/…}, {@code v4l2:usb=VVVV:PPPP[/SERIAL]} or {@code
   *     v4l2:usb-port=1-1.4}; parameter {@code size=2592x1944}
   * @throws IllegalArgumentException for a wrong address
   */
  public static FrameSource start(
      DeviceId id, Address address, CameraTimings timings, LaneClock clock) {
    return start(id, address, timings, clock, LinuxVideo.system());
  }

  static FrameSource start(
      DeviceId id, Address address, CameraTimings timings, LaneClock clock, LinuxVideo linux) {
    address.allow(Set.of("size"));
    DeviceNode node = DeviceNode.of(address, DeviceNode.Kind.CAMERA);
    return Camera.start(id, new Socket(linux, node, sizes(address)), timings, clock);
  }

  /** Where the camera is plugged in. */
  private record Socket(LinuxVideo linux, DeviceNode node, Sizes sizes) implements Camera.Opener {
    @Override
    public Feed open() {
      return new VideoFeed(linux, node, sizes);
    }

    @Override
    public boolean attached() {
      return node.find().isPresent();
    }
  }

  private static Sizes sizes(Address address) {
    String text = address.parameter("size", "");
    if (text.isEmpty()) {
      return new Sizes(USUAL, RAW);
    }
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "address '" + address + "': size=" + text + " is no size; valid: size=1920x1080");
    }
    var asked = new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    return new Sizes(asked, asked);
  }
}
