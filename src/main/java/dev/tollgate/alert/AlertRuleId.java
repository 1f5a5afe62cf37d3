package dev.tollgate.alert;

import java.util.UUID;

/** Names an alert rule within its organization. */
public record AlertRuleId(UUID value) {

    /** A new one. */
    static AlertRuleId random() {
        return new AlertRuleId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
