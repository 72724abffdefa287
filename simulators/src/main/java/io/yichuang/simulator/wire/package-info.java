/** Byte wires: pseudo-terminals in pure Java, TCP, real line speed, byte faults. */
@NullMarked
package io.yichuang.simulator.wire;

import org.jspecify.annotations.NullMarked;
