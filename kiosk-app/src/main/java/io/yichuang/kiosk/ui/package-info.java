/** Shared screen parts: frame, steps, tiles, rows, lights, countdown, languages. */
@NullMarked
package io.yichuang.kiosk.ui;

import org.jspecify.annotations.NullMarked;
