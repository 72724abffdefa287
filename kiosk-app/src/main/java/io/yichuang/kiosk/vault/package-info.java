/** What is personal is sealed before it touches the disk; the key lies elsewhere. */
@NullMarked
package io.yichuang.kiosk.vault;

import org.jspecify.annotations.NullMarked;
