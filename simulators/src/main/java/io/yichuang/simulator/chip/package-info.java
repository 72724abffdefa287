/** Chips of passports, on the virtual reader of Debian's {@code vsmartcard-vpcd}. */
@NullMarked
package io.yichuang.simulator.chip;

import org.jspecify.annotations.NullMarked;
