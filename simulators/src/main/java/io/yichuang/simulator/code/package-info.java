/** The far end of a QR and bar code scanner. */
@NullMarked
package io.yichuang.simulator.code;

import org.jspecify.annotations.NullMarked;
