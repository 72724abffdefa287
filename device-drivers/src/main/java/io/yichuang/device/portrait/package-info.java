/** Portraits of identity cards, decoded by a vendor's library in a process of its own. */
@NullMarked
package io.yichuang.device.portrait;

import org.jspecify.annotations.NullMarked;
