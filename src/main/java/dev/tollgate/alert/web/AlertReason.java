package dev.tollgate.alert.web;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import org.jspecify.annotations.Nullable;

/** Checks what people say for the audit log. */
final class AlertReason {

    private static final int LONGEST = 500;

    private AlertReason() {}

    /** The reason; null when it says nothing. BAD_USER_INPUT when it is too long or cannot be stored. */
    static @Nullable String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST || !Texts.isStorable(reason)) {
            throw ProblemException.badInput("reason", "A reason has at most 500 characters, none of them NUL.");
        }
        return reason;
    }
}
