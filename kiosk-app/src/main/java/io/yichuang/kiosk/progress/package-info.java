/** Cases, timelines, lights, reminders. */
@NullMarked
package io.yichuang.kiosk.progress;

import org.jspecify.annotations.NullMarked;
