/** The flight recorder: the last minutes of every wire, personal data masked. */
@NullMarked
package io.yichuang.device.trace;

import org.jspecify.annotations.NullMarked;
