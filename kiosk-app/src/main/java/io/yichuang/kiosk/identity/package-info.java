/** Who is it: the card, and face or an equal alternative. */
@NullMarked
package io.yichuang.kiosk.identity;

import org.jspecify.annotations.NullMarked;
