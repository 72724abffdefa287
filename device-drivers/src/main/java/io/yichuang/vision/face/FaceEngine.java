package io.yichuang.vision.face;

/** The models, loaded once for the process. Any thread. */
public final class FaceEngine implements AutoCloseable {

  private FaceEngine() {}

  /**
   * Loads the models (some 100 ms).
   *
   * @throws IllegalStateException when vision or a model is missing
   */
  public static FaceEngine load() {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }

  @Override
  public void close() {}
}
