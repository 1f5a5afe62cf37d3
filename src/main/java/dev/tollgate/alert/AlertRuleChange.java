package dev.tollgate.alert;

import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What should change about a rule; null stays as it is.
 *
 * @param expectedVersion the version the caller has seen; null: whatever it is
 */
public record AlertRuleChange(
        @Nullable Integer expectedVersion,
        @Nullable String name,
        @Nullable AlertCondition condition,
        @Nullable Map<String, Object> filter,
        @Nullable Regrouping regrouping,
        @Nullable AlertSeverity severity,
        @Nullable Duration coolDown,
        @Nullable List<AlertDestinationId> destinations,
        @Nullable Boolean enabled) {

    /**
     * Another grouping.
     *
     * @param groupBy null: no longer grouped
     */
    public record Regrouping(@Nullable UsageDimension groupBy) {}

    AlertRule appliedTo(AlertRule rule) {
        return new AlertRule(
                rule.organization(),
                rule.id(),
                Objects.requireNonNullElse(name, rule.name()),
                Objects.requireNonNullElse(condition, rule.condition()),
                Objects.requireNonNullElse(filter, rule.filter()),
                regrouping == null ? rule.groupBy() : regrouping.groupBy(),
                Objects.requireNonNullElse(severity, rule.severity()),
                Objects.requireNonNullElse(coolDown, rule.coolDown()),
                Objects.requireNonNullElse(destinations, rule.destinations()),
                Objects.requireNonNullElse(enabled, rule.enabled()),
                rule.snoozedUntil(),
                rule.version() + 1,
                rule.createdAt());
    }
}
