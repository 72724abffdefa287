/** The far end of an uninterruptible power supply. */
@NullMarked
package io.yichuang.simulator.power;

import org.jspecify.annotations.NullMarked;
