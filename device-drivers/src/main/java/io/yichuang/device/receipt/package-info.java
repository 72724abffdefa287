/** Receipt printers that speak ESC/POS. */
@NullMarked
package io.yichuang.device.receipt;

import org.jspecify.annotations.NullMarked;
