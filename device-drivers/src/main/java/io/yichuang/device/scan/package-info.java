/** Document scanners: the SANE network protocol and eSCL. */
@NullMarked
package io.yichuang.device.scan;

import org.jspecify.annotations.NullMarked;
