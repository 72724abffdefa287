/** Passports and permits: the machine-readable zone, and serial readers of it. */
@NullMarked
package io.yichuang.device.permit;

import org.jspecify.annotations.NullMarked;
