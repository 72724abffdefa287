/** The A4 printer: an IPP far end that keeps every document it was given. */
@NullMarked
package io.yichuang.simulator.page;

import org.jspecify.annotations.NullMarked;
