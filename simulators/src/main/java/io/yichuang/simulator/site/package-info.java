/** The far end of a site's Modbus bus: door, presence, climate, lights. */
@NullMarked
package io.yichuang.simulator.site;

import org.jspecify.annotations.NullMarked;
