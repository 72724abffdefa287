/** TCP and HTTP far ends that can be unplugged and can misbehave byte by byte. */
@NullMarked
package io.yichuang.simulator.http;

import org.jspecify.annotations.NullMarked;
