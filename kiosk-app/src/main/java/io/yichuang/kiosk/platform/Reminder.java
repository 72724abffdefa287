package io.yichuang.kiosk.platform;

import java.time.Instant;
import java.time.LocalDate;

/** 催办 was noted. */
public record Reminder(Instant at, LocalDate answerBy) {}
