/** The workshop's command line: any device of a terminal, without the kiosk. */
@NullMarked
package io.yichuang.device.workshop;

import org.jspecify.annotations.NullMarked;
