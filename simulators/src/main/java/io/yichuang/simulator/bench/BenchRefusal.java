package io.yichuang.simulator.bench;

import java.util.List;

/**
 * Something asked of the bench that it does not do, with what it would do instead. Becomes a
 * problem+json answer; in the Java API it is thrown as it is.
 */
public final class BenchRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> choices;

  /**
   * @param status HTTP status, 400 to 499
   * @param code stable word for scripts, such as {@code unknown-person}
   * @param message one sentence for a person
   * @param choices what would be valid; empty if that is no list
   */
  public BenchRefusal(int status, String code, String message, List<String> choices) {
    super(message);
    this.status = status;
    this.code = code;
    this.choices = List.copyOf(choices);
  }

  /** 404: there is no such thing. */
  public static BenchRefusal unknown(String what, String name, List<String> choices) {
    return new BenchRefusal(
        404, "unknown-" + what, "There is no " + what + " '" + name + "'", choices);
  }

  /** 400: what came cannot be used. */
  public static BenchRefusal bad(String code, String message) {
    return new BenchRefusal(400, code, message, List.of());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<String> choices() {
    return choices;
  }
}
