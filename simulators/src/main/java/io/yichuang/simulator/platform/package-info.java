/** The simulated government platform: the far end of the contract platform-v1. */
@NullMarked
package io.yichuang.simulator.platform;

import org.jspecify.annotations.NullMarked;
