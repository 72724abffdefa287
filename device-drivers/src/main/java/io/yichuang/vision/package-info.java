/** Seeing: loads the native libraries once, or says why it cannot. */
@NullMarked
package io.yichuang.vision;

import org.jspecify.annotations.NullMarked;
