/** Durable journal, exactly-once hand-over, the terminal's own numbers, receipts. */
@NullMarked
package io.yichuang.kiosk.submission;

import org.jspecify.annotations.NullMarked;
