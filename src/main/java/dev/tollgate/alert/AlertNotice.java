package dev.tollgate.alert;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an alert, as webhooks get it: part of the outside, so fields are added and never renamed.
 *
 * @param type {@code alert.raised}, {@code alert.resolved} or {@code alert.test}
 * @param timestamp when it happened
 * @param data what happened
 */
record AlertNotice(String type, Instant timestamp, Data data) {

    /**
     * What happened.
     *
     * @param organization the organization's slug
     */
    record Data(String organization, Told alert) {}

    /**
     * The alert; the parts have the names and the meaning that they have in the GraphQL type {@code Alert}.
     *
     * @param id the global id; of a test nothing has it
     * @param ruleId the rule's global id; null for a test
     */
    record Told(
            String id,
            @Nullable String ruleId,
            String rule,
            String severity,
            String status,
            String message,
            @Nullable String subject,
            BigDecimal value,
            BigDecimal bound,
            Instant raisedAt,
            @Nullable Instant resolvedAt) {}
}
