/** The device SPI: devices, statuses, events, outcomes, faults, deadlines. */
@NullMarked
package io.yichuang.device;

import org.jspecify.annotations.NullMarked;
