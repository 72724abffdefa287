/** Resident identity cards and residence permits: readers with a SAM-V module. */
@NullMarked
package io.yichuang.device.idcard;

import org.jspecify.annotations.NullMarked;
