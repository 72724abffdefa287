package io.yichuang.device;

/**
 * Where a reset left things.
 *
 * @param media where the medium is now
 */
public record ResetReport(MediaState media) {}
