/** Locker boards: five-byte 0x8A frames, or Modbus RTU. */
@NullMarked
package io.yichuang.device.locker;

import org.jspecify.annotations.NullMarked;
