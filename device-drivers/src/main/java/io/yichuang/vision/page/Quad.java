package io.yichuang.vision.page;

/** The four corners of a page as seen in a picture (EXIF rotation applied), in pixels. */
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {}
