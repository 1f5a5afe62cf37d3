package dev.tollgate.alert;

import java.math.BigDecimal;

/**
 * What a rule measured of a subject.
 *
 * @param bound what it is compared with
 * @param holds whether the condition holds
 * @param message what was measured, in a sentence
 */
record Reading(AlertSubject subject, BigDecimal value, BigDecimal bound, boolean holds, String message) {}
