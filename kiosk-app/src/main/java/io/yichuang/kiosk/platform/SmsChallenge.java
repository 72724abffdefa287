package io.yichuang.kiosk.platform;

import java.time.Instant;

/**
 * A code is on its way to a phone.
 *
 * @param phone masked
 */
public record SmsChallenge(String challenge, String phone, Instant expiresAt) {}
