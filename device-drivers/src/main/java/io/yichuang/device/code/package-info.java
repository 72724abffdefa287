/** QR and bar code scanners: text and suffix on a serial line, trigger frames of two makers. */
@NullMarked
package io.yichuang.device.code;

import org.jspecify.annotations.NullMarked;
