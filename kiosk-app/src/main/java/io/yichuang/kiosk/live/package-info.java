/** Pictures on their way to the page: one-use addresses, bound to the turn, never stored. */
@NullMarked
package io.yichuang.kiosk.live;

import org.jspecify.annotations.NullMarked;
