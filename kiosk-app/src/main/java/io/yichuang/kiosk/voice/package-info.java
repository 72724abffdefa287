/** What the voice says, and the workshop command that makes placeholder recordings of it. */
@NullMarked
package io.yichuang.kiosk.voice;

import org.jspecify.annotations.NullMarked;
