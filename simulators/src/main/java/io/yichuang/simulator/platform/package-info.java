/** The government platform's far end: items, shared data, cases and their clocks, messages. */
@NullMarked
package io.yichuang.simulator.platform;

import org.jspecify.annotations.NullMarked;
