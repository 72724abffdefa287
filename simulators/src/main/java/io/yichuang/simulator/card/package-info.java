/** The far end of a card dispenser and collector. */
@NullMarked
package io.yichuang.simulator.card;

import org.jspecify.annotations.NullMarked;
