/**
 * Pure flow, derived from the item and the answers: next, previous, may-visit. No I/O, no clock.
 */
@NullMarked
package io.yichuang.kiosk.journey;

import org.jspecify.annotations.NullMarked;
