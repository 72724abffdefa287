/** One citizen at a time: epoch, idle timer, warning, wipe; and the one page that shows it. */
@NullMarked
package io.yichuang.kiosk.session;

import org.jspecify.annotations.NullMarked;
