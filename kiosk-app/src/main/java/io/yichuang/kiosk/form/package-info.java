/** Questions, one a page, with prefilled answers and their sources. */
@NullMarked
package io.yichuang.kiosk.form;

import org.jspecify.annotations.NullMarked;
