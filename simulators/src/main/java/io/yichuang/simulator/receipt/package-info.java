/** The far end of an ESC/POS receipt printer; receipts become pictures. */
@NullMarked
package io.yichuang.simulator.receipt;

import org.jspecify.annotations.NullMarked;
