/** Pre-check of materials: does a page say what the case needs? Pure: text in, doubts out. */
@NullMarked
package io.yichuang.vision.check;

import org.jspecify.annotations.NullMarked;
