/** Door, presence, climate and lights on a Modbus bus, by a register map in the address. */
@NullMarked
package io.yichuang.device.site;

import org.jspecify.annotations.NullMarked;
