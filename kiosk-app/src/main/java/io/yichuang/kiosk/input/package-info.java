/** The on-screen keyboard: digits, letters, pinyin. */
@NullMarked
package io.yichuang.kiosk.input;

import org.jspecify.annotations.NullMarked;
