/** One owner thread per device: queue, deadline, cancel, probe, reconnect, quarantine, events. */
@NullMarked
package io.yichuang.device.lane;

import org.jspecify.annotations.NullMarked;
