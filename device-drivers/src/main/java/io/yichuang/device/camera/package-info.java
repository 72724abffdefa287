/** Frame sources: MJPEG over HTTP and folders of pictures, with a freshness watchdog. */
@NullMarked
package io.yichuang.device.camera;

import org.jspecify.annotations.NullMarked;
