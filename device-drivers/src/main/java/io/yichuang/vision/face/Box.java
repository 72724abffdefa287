package io.yichuang.vision.face;

/** Where a face is, in pixels of its frame; may reach over the frame's border. */
record Box(double left, double top, double right, double bottom, double score) {

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  double middleX() {
    return (left + right) / 2;
  }

  double middleY() {
    return (top + bottom) / 2;
  }

  /** Intersection over union, 0 to 1. */
  double overlap(Box other) {
    var w = Math.min(right, other.right) - Math.max(left, other.left);
    var h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }
}
