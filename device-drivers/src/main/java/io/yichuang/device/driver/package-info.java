/** Which driver speaks to which address: the one place that knows all of them. */
@NullMarked
package io.yichuang.device.driver;

import org.jspecify.annotations.NullMarked;
