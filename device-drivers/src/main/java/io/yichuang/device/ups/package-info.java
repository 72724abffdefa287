/** Uninterruptible power supplies: Megatec's Q1 directly, and every other through NUT's server. */
@NullMarked
package io.yichuang.device.ups;

import org.jspecify.annotations.NullMarked;
