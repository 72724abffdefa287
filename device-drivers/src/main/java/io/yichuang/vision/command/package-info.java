/** The workshop commands of vision: files in, a line of JSON for each out. */
@NullMarked
package io.yichuang.vision.command;

import org.jspecify.annotations.NullMarked;
