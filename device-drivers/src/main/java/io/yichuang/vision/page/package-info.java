/** Paper: finds a page in a picture, cleans it, watches for it, and binds sheets into PDF/A. */
@NullMarked
package io.yichuang.vision.page;

import org.jspecify.annotations.NullMarked;
