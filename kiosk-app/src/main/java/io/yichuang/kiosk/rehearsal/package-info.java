/** 教我一遍: a journey to practise on, which reads no device, tells nobody and prints nothing. */
@NullMarked
package io.yichuang.kiosk.rehearsal;

import org.jspecify.annotations.NullMarked;
