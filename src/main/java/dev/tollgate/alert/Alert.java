package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule noticed.
 *
 * @param rule the name that the rule had
 * @param subject what it is about
 * @param episode counts the alerts of the rule about the subject, from 1
 * @param message what was noticed, in a sentence
 * @param value what was measured when it was raised
 * @param bound what that was compared with
 * @param latestValue what was measured last while it was open
 * @param endedAt when it was resolved; null while it is open
 * @param ending what ended it; null while it is open
 */
public record Alert(
        OrganizationId organization,
        AlertId id,
        AlertRuleId ruleId,
        String rule,
        AlertSubject subject,
        int episode,
        AlertSeverity severity,
        String message,
        BigDecimal value,
        BigDecimal bound,
        BigDecimal latestValue,
        Instant raisedAt,
        @Nullable Instant endedAt,
        @Nullable AlertEnding ending) {

    /** Whether it is resolved. */
    public AlertStatus status() {
        return endedAt == null ? AlertStatus.OPEN : AlertStatus.RESOLVED;
    }

    /** A new one. */
    static Alert raised(AlertRule rule, Reading reading, int episode, Instant now) {
        return new Alert(
                rule.organization(),
                AlertId.random(),
                rule.id(),
                rule.name(),
                reading.subject(),
                episode,
                rule.severity(),
                reading.message(),
                reading.value(),
                reading.bound(),
                reading.value(),
                now,
                null,
                null);
    }

    /** Whether another one may follow this one. */
    boolean isCool(Duration coolDown, Instant now) {
        return endedAt != null && !endedAt.plus(coolDown).isAfter(now);
    }

    Alert measured(BigDecimal latest) {
        return changed(latest, null, null);
    }

    Alert ended(Instant now, AlertEnding by) {
        if (endedAt != null) {
            throw new IllegalStateException("the alert is over");
        }
        return changed(latestValue, now, by);
    }

    private Alert changed(BigDecimal latest, @Nullable Instant end, @Nullable AlertEnding by) {
        return new Alert(
                organization,
                id,
                ruleId,
                rule,
                subject,
                episode,
                severity,
                message,
                value,
                bound,
                latest,
                raisedAt,
                end,
                by);
    }

    /** As pages are told of it. */
    ControlSignal.Alert signal() {
        return new ControlSignal.Alert(id.value(), rule, severity, message, raisedAt);
    }
}
