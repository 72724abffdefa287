/** Codes in pictures: QR, Code 128, PDF417. */
@NullMarked
package io.yichuang.vision.code;

import org.jspecify.annotations.NullMarked;
