package io.yichuang.device;

/**
 * The name of one device of the terminal, as configuration and console write it, such as {@code
 * id-card-reader}.
 *
 * @param value lower-case letters, digits and hyphens, 1 to 40 characters
 */
public record DeviceId(String value) {
  public DeviceId {
    if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a device id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
