/** The terminal: application class and configuration records. */
@NullMarked
package io.yichuang.kiosk;

import org.jspecify.annotations.NullMarked;
