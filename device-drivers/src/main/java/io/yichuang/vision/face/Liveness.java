package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import java.util.ServiceLoader;

/**
 * Tells whether a living person stands before the camera: the place for a certified engine (ISO/IEC
 * 30107-3) or for a camera that measures infrared or depth. The first one that {@link
 * ServiceLoader} finds replaces the model that comes with this library. Called from one thread at a
 * time for one person, from several for several.
 */
public interface Liveness extends AutoCloseable {

  /**
   * Where the face is.
   *
   * @param left 0 to 1 of the frame's width, as are the others of their side
   */
  record Face(double left, double top, double right, double bottom) {}

  /**
   * Judges one frame.
   *
   * @param jpeg the frame as the camera gave it; not to be kept
   * @param face the largest face in it
   * @return how sure it is that the face lives, 0 to 1; compared with {@link Thresholds#live}
   * @throws UnreadableImageException when the frame cannot be decoded
   */
  double live(byte[] jpeg, Face face) throws UnreadableImageException;

  @Override
  void close();
}
