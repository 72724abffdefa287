/** What a citizen had done when the turn broke off, kept until its owner comes back. */
@NullMarked
package io.yichuang.kiosk.draft;

import org.jspecify.annotations.NullMarked;
