/** The far end of a locker bank. */
@NullMarked
package io.yichuang.simulator.locker;

import org.jspecify.annotations.NullMarked;
