/** 好差评: five words after every case, never forced. */
@NullMarked
package io.yichuang.kiosk.rating;

import org.jspecify.annotations.NullMarked;
