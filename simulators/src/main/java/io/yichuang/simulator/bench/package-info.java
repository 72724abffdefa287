/** Operate everything: HTTP/JSON control and a page for people. */
@NullMarked
package io.yichuang.simulator.bench;

import org.jspecify.annotations.NullMarked;
