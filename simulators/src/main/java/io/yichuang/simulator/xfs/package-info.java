/** The far end of XFS4IoT: services for devices without a public wire. */
@NullMarked
package io.yichuang.simulator.xfs;

import org.jspecify.annotations.NullMarked;
