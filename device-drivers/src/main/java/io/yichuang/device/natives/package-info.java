/** Native libraries, unpacked once and loaded from a fixed folder. */
@NullMarked
package io.yichuang.device.natives;

import org.jspecify.annotations.NullMarked;
