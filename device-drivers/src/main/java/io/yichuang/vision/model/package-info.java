/** Models: what ONNX Runtime computes. */
@NullMarked
package io.yichuang.vision.model;

import org.jspecify.annotations.NullMarked;
