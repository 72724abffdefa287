/** The machine-readable zone of a passport or permit in a picture: its rows, read several times. */
@NullMarked
package io.yichuang.vision.zone;

import org.jspecify.annotations.NullMarked;
