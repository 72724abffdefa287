/** The far end of a passport reader. */
@NullMarked
package io.yichuang.simulator.passport;

import org.jspecify.annotations.NullMarked;
