/** The document scanner: one sheet path behind a SANE network face and an eSCL face. */
@NullMarked
package io.yichuang.simulator.scan;

import org.jspecify.annotations.NullMarked;
