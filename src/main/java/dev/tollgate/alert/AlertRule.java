package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organization wants to be told of.
 *
 * @param name shown to people
 * @param filter which calls count, as the GraphQL input {@code UsageFilter}; empty for all
 * @param groupBy the dimension of which each value raises an alert of its own; null for one alert
 * @param coolDown for how long after the end of an alert none is raised for the same group
 * @param destinations where alerts are delivered to, beside the pages
 * @param enabled whether it is looked at
 * @param snoozedUntil until when it raises nothing; null for no snooze. May be in the past
 * @param version grows by one with each change
 */
public record AlertRule(
        OrganizationId organization,
        AlertRuleId id,
        String name,
        AlertCondition condition,
        Map<String, Object> filter,
        @Nullable UsageDimension groupBy,
        AlertSeverity severity,
        Duration coolDown,
        List<AlertDestinationId> destinations,
        boolean enabled,
        @Nullable Instant snoozedUntil,
        int version,
        Instant createdAt) {

    boolean isSnoozed(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    AlertRule snoozed(@Nullable Instant until) {
        return new AlertRule(
                organization,
                id,
                name,
                condition,
                filter,
                groupBy,
                severity,
                coolDown,
                destinations,
                enabled,
                until,
                version + 1,
                createdAt);
    }
}
