/** Modbus RTU, the master's side: for boards, sensors and lights on one bus. */
@NullMarked
package io.yichuang.device.modbus;

import org.jspecify.annotations.NullMarked;
