package io.yichuang.device;

/**
 * Proof that paper came out.
 *
 * @param sheets sheets, or 1 for a receipt
 */
public record Printed(int sheets) {}
