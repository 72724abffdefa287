package io.yichuang.device.camera;

import io.yichuang.device.DeviceId;
import io.yichuang.device.FrameSource;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.device.natives.SystemLibrary;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A camera of Video4Linux behind the calls of Linux that {@code video.c} plays: a file that says
 * what it is, and one with its picture. No camera and no kernel module for one was at hand.
 */
public final class PlayedCamera implements SimulatedDevice {
  private static final String GOOD = "64 48 mjpeg";
  private static final byte[] NOISE = new byte[500];

  private final Faults faults = new Faults("no-answer", "garbage", "truncated", "busy");
  private final Path node;
  private final byte[] picture;

  /** Compiled at the first use, once a process. */
  private static final class Library {
    static final SymbolLookup CALLS = compiled();

    private static SymbolLookup compiled() {
      Path home = Path.of("target", "video-" + ProcessHandle.current().pid()).toAbsolutePath();
      Path built = CCompiler.library(PlayedCamera.class, "video.c", home);
      try {
        return SystemLibrary.load(List.of(built.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Plugged in; its files lie in the folder. */
  public PlayedCamera(Path folder) {
    try {
      this.node = Files.createDirectories(folder).resolve("video0");
      this.picture = FramesTest.jpeg(64, 48);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    plug();
  }

  /** The driver on it, so many times faster than real. */
  public FrameSource start(int faster) {
    return V4l2Camera.start(
        new DeviceId(id()),
        Address.parse(address()),
        CameraTimings.usual().faster(faster),
        LaneClock.system(),
        new LinuxVideo(Library.CALLS));
  }

  @Override
  public String id() {
    return "face-camera";
  }

  @Override
  public String address() {
    return "v4l2:" + node;
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("plugged", Files.exists(node));
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  @Override
  public void setFault(String name) {
    faults.set(name);
    show();
  }

  @Override
  public void clearFaults() {
    faults.clear();
    show();
  }

  /** Writes what the calls will find; an unplugged camera stays so. */
  private synchronized void show() {
    String words = GOOD;
    byte[] frame = picture;
    for (String fault : faults.active()) {
      switch (fault) {
        case "no-answer" -> words += " silent";
        case "busy" -> words += " busy";
        case "garbage" -> frame = NOISE;
        default -> frame = Arrays.copyOf(picture, picture.length / 2);
      }
    }
    try {
      put(node.resolveSibling("video0.frame"), frame);
      if (Files.exists(node)) {
        put(node, words.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At once: the calls look at any moment. */
  private static void put(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public synchronized void unplug() {
    try {
      Files.deleteIfExists(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void plug() {
    try {
      if (!Files.exists(node)) {
        put(node, GOOD.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    show();
  }

  @Override
  public void reset() {
    clearFaults();
    plug();
  }

  @Override
  public void close() {
    unplug();
  }
}
