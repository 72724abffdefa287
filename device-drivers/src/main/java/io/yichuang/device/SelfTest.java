package io.yichuang.device;

/**
 * A proof that a technician can ask of a device. It passes on a good device and fails on a bad one.
 */
public interface SelfTest {
  /** Stable name, such as {@code print-and-cut}; its texts are in the technician's bundle. */
  String name();

  /**
   * Runs the proof; {@code Done} holds the verdict, every other outcome is a failed proof with its
   * reason.
   */
  Outcome<Verdict> run(Call call);

  /**
   * What was seen.
   *
   * @param passed whether the device did what it should
   * @param seen what was expected and what came, in English, for the record
   */
  record Verdict(boolean passed, String seen) {}
}
