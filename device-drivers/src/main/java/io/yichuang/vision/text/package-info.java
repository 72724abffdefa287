/** Text: what is printed on a page, read by OCR, and which way up it stands. */
@NullMarked
package io.yichuang.vision.text;

import org.jspecify.annotations.NullMarked;
