/**
 * Service items as data: what they ask, what they need, and whether this machine can finish them
 * now.
 */
@NullMarked
package io.yichuang.kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
