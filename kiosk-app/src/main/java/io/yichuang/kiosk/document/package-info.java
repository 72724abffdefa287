/** Certificates: template, fonts, seal appearance, verification QR, PDF/A. */
@NullMarked
package io.yichuang.kiosk.document;

import org.jspecify.annotations.NullMarked;
