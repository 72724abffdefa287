/** Card dispensers and collectors: the CRT-571/591 and the 720 family. */
@NullMarked
package io.yichuang.device.dispenser;

import org.jspecify.annotations.NullMarked;
