/** Inside of vision only: pictures as OpenCV matrices, each closed by its scope. */
@NullMarked
package io.yichuang.vision.mat;

import org.jspecify.annotations.NullMarked;
