package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.natives.NativeLibrary;
import java.io.IOException;

/** Makes jSerialComm load its native from the fixed folder of {@link NativeLibrary}. */
final class SerialNative {
  private static final String PATH = "jSerialComm.library.path";

  private SerialNative() {}

  static synchronized void load() throws DeviceException {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String cpu = cpu();
    if (cpu.isEmpty()) {
      return; // not a Linux that the jar has a native for: jSerialComm's own way, or its own error
    }
    String resource = "/Linux/" + cpu + "/libjSerialComm.so";
    try {
      System.setProperty(PATH, NativeLibrary.unpackTogether("jserialcomm", resource).toString());
    } catch (IOException e) {
      throw new DeviceException(FaultCode.HARDWARE, "the serial native cannot be unpacked: " + e);
    }
  }

  private static String cpu() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return "";
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "armv8_64";
      default -> "";
    };
  }
}
