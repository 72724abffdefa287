/** HTTP exchanges with devices: bounded bodies, one deadline for the whole exchange, cancel. */
@NullMarked
package io.yichuang.device.http;

import org.jspecify.annotations.NullMarked;
