/** Addresses and byte links: serial lines and TCP, with finite timeouts and typed faults. */
@NullMarked
package io.yichuang.device.link;

import org.jspecify.annotations.NullMarked;
