package io.yichuang.vision.page;

/** A place in a picture, in pixels from its top left corner, x to the right, y down. */
public record Point(double x, double y) {}
