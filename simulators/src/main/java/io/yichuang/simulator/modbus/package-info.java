/** Modbus RTU, the units' side: their tables and their wire face. */
@NullMarked
package io.yichuang.simulator.modbus;

import org.jspecify.annotations.NullMarked;
