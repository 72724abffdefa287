/** A4 printers over IPP. */
@NullMarked
package io.yichuang.device.page;

import org.jspecify.annotations.NullMarked;
