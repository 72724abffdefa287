package io.yichuang.vision.mat;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * Frees matrices at the end of a try block, newest first. OpenCV's own binding waits for the
 * garbage collector, which does not see that a small object holds 40 MB outside the heap.
 */
public final class Mats implements AutoCloseable {

  private final List<Mat> mats = new ArrayList<>();

  /** Takes charge of it. */
  public <M extends Mat> M keep(M mat) {
    mats.add(mat);
    return mat;
  }

  /** An empty one, to be filled. */
  public Mat mat() {
    return keep(new Mat());
  }

  @Override
  public void close() {
    for (var mat : mats.reversed()) {
      mat.release();
    }
    mats.clear();
  }
}
