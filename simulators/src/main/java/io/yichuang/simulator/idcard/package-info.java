/** The far end of a second-generation ID card reader (SAM-V). */
@NullMarked
package io.yichuang.simulator.idcard;

import org.jspecify.annotations.NullMarked;
