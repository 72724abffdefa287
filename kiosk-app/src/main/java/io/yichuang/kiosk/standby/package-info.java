/** The attract screen and the home screen: what works here, now. */
@NullMarked
package io.yichuang.kiosk.standby;

import org.jspecify.annotations.NullMarked;
