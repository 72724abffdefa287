package io.yichuang.device;

import java.time.Instant;

/**
 * What a device tells unasked. Status is a level; media events are edges: numbered, in order, none
 * left out.
 */
public sealed interface DeviceEvent {
  /** The device that speaks. */
  DeviceId device();

  /** Rises by one per event of a device since its start. */
  long number();

  /** When the terminal saw it. */
  Instant at();

  /** The status changed; {@link Device#status()} may be newer already. */
  record StatusChanged(DeviceId device, long number, Instant at, DeviceStatus status)
      implements DeviceEvent {}

  /** A card or a sheet was laid. */
  record MediaInserted(DeviceId device, long number, Instant at) implements DeviceEvent {}

  /** The card or the sheet was taken. */
  record MediaRemoved(DeviceId device, long number, Instant at) implements DeviceEvent {}
}
