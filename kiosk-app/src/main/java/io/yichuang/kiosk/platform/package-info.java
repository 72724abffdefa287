/** The port to the government platform and its HTTP adapter. */
@NullMarked
package io.yichuang.kiosk.platform;

import org.jspecify.annotations.NullMarked;
