/** Synthetic citizens: their cards and faces. No real person. */
@NullMarked
package io.yichuang.simulator.people;

import org.jspecify.annotations.NullMarked;
