/** Cameras as MJPEG over HTTP: the face camera and the document camera. */
@NullMarked
package io.yichuang.simulator.camera;

import org.jspecify.annotations.NullMarked;
