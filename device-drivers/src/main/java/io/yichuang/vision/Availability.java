package io.yichuang.vision;

/** Whether the native libraries of vision are loaded. */
public sealed interface Availability {

  /** Everything is loaded; vision may be used from any thread. */
  record Ready() implements Availability {}

  /**
   * Vision cannot be used for the life of this process.
   *
   * @param why for the technician, without personal data
   */
  record Missing(String why) implements Availability {}
}
