package io.yichuang.simulator.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The simulated government platform as the bench sees it. Maps hold plain strings, numbers,
 * booleans, lists and maps, ready for JSON. Any thread. Unknown codes, steps and faults throw
 * {@link BenchRefusal}.
 */
public interface BenchPlatform extends AutoCloseable {

  /**
   * Address of the HTTP API, such as {@code http://127.0.0.1:40123}; the same for the whole run.
   */
  String url();

  /**
   * All cases, newest first: at least {@code code} (what {@link #caseFile} takes), {@code item},
   * {@code title}, {@code state}, {@code light}, {@code submittedAt}.
   */
  List<Map<String, Object>> cases();

  /**
   * One case with {@code steps} (timeline so far), {@code nextSteps}, {@code consents} (what was
   * agreed to, or done otherwise than usual) and {@code materials} (each id, name).
   */
  Map<String, Object> caseFile(String code);

  /** A material of a case, as PDF. */
  byte[] materialPdf(String code, String materialId);

  /**
   * What an official does: {@code accept}, {@code correct} or {@code finish}; answers the case
   * after it.
   */
  Map<String, Object> step(String code, String step);

  /** The platform's clock: at least {@code now}. */
  Map<String, Object> clock();

  /** Moves the platform's clock on. */
  Map<String, Object> advance(Duration by);

  /**
   * Short messages sent, newest first: at least {@code id}, {@code time}, {@code phone}, {@code
   * text}.
   */
  List<Map<String, Object>> messages();

  /** All faults the platform knows: down, slow, http-500, garbage, answer-lost. */
  List<String> faults();

  Set<String> activeFaults();

  void setFault(String name);

  void clearFaults();

  /**
   * Back to the state after start: no cases, no messages, the clock in step with the real one, no
   * faults.
   */
  void reset();

  @Override
  void close();
}
