package io.yichuang.kiosk.session;

/**
 * Told to every bean when a turn has ended, after the visit was wiped: whoever holds anything of
 * the citizen drops it.
 *
 * @param epoch of the turn that ended
 */
public record TurnEnded(long epoch, EndReason reason) {}
