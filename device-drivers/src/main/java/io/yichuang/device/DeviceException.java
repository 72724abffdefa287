package io.yichuang.device;

import java.io.IOException;

/**
 * A device or its wire has failed in a way that the catalogue knows. Thrown inside drivers only;
 * what callers see is an {@link Outcome}.
 */
public final class DeviceException extends IOException {
  private final transient DeviceFault fault;

  /**
   * @param detail for the technician and the log, in English; never personal data
   */
  public DeviceException(FaultCode code, String detail) {
    super(code.code() + " " + detail);
    this.fault = new DeviceFault(code, detail);
  }

  public DeviceFault fault() {
    return fault;
  }
}
