/** Faces: compares a live face with the portrait of a card, and asks whether it is alive. */
@NullMarked
package io.yichuang.vision.face;

import org.jspecify.annotations.NullMarked;
