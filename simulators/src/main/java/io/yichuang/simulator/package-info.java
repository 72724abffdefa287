/** The far end of every wire of a terminal, as a process of its own. */
@NullMarked
package io.yichuang.simulator;

import org.jspecify.annotations.NullMarked;
