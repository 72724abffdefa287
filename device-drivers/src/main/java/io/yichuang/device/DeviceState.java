package io.yichuang.device;

/**
 * What a device is able to do, in the words of XFS4IoT ({@code Common.Status.device}). Supplies and
 * media are apart.
 */
public enum DeviceState {
  ONLINE,
  OFFLINE,
  POWER_OFF,
  /** Configured but not attached. */
  NO_DEVICE,
  HARDWARE_ERROR,
  /** A person is in the way: a cover is open, a jam waits to be cleared. */
  USER_ERROR,
  DEVICE_BUSY,
  FRAUD_ATTEMPT,
  POTENTIAL_FRAUD,
  STARTING
}
