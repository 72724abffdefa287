/** Faults of a device: which, when, how often; seeded. */
@NullMarked
package io.yichuang.simulator.fault;

import org.jspecify.annotations.NullMarked;
