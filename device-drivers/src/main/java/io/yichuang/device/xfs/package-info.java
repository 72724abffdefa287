/** Devices behind XFS4IoT services: JSON over WebSocket. */
@NullMarked
package io.yichuang.device.xfs;

import org.jspecify.annotations.NullMarked;
