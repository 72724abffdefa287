/**
 * Device drivers as beans, the board that views read, epochs on every result. The only importer of
 * drivers.
 */
@NullMarked
package io.yichuang.kiosk.devices;

import org.jspecify.annotations.NullMarked;
