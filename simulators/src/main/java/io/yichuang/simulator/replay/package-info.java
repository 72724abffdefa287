/** A recorded trace as a device. */
@NullMarked
package io.yichuang.simulator.replay;

import org.jspecify.annotations.NullMarked;
