package io.yichuang.vision;

/** A picture that is empty, broken, too large, animated or of an unsupported kind. */
public final class UnreadableImageException extends Exception {

  /**
   * Says what is wrong with the form of the picture.
   *
   * @param message never tells what the picture shows
   */
  public UnreadableImageException(String message) {
    super(message);
  }
}
