/** The material basket: read, shared, scanned, promised, checked later. */
@NullMarked
package io.yichuang.kiosk.material;

import org.jspecify.annotations.NullMarked;
