package io.yichuang.device;

/**
 * The name of one print job, given by the caller before the first byte, so that after a restart its
 * fate can be asked.
 *
 * @param value 1 to 60 characters of {@code [A-Za-z0-9._-]}
 */
public record JobId(String value) {
  public JobId {
    if (!value.matches("[A-Za-z0-9._-]{1,60}")) {
      throw new IllegalArgumentException("not a job id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
