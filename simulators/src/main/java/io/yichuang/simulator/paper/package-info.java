/** Sheets of paper drawn by code: leases, and photographs of them. */
@NullMarked
package io.yichuang.simulator.paper;

import org.jspecify.annotations.NullMarked;
