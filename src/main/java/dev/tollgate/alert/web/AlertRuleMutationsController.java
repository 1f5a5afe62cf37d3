package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.alert.Alerts;
import dev.tollgate.core.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code deleteAlertRule}, {@code snoozeAlertRule} and {@code resolveAlert}. */
@Controller
class AlertRuleMutationsController {

    private final AlertRules rules;
    private final Alerts alerts;

    AlertRuleMutationsController(AlertRules rules, Alerts alerts) {
        this.rules = rules;
        this.alerts = alerts;
    }

    @MutationMapping
    Deleted deleteAlertRule(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.rule(input.id())
                .flatMap(id -> rules.delete(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(rule -> new Deleted(AlertIds.of(rule.id())))
                .orElseThrow(() -> AlertIds.missing("alert rule"));
    }

    @MutationMapping
    Snoozed snoozeAlertRule(@Argument SnoozeInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.rule(input.id())
                .flatMap(id -> rules.snooze(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.until()))
                .map(Snoozed::new)
                .orElseThrow(() -> AlertIds.missing("alert rule"));
    }

    @MutationMapping
    Resolved resolveAlert(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.alert(input.id())
                .flatMap(id -> alerts.resolve(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(Resolved::new)
                .orElseThrow(() -> AlertIds.missing("alert"));
    }

    /** The GraphQL inputs {@code DeleteAlertRuleInput} and {@code ResolveAlertInput}. */
    record Input(String id, @Nullable String reason) {}

    /** The GraphQL input {@code SnoozeAlertRuleInput}. */
    record SnoozeInput(
            String id, @Nullable Instant until, @Nullable String reason) {}

    /** The GraphQL type {@code DeleteAlertRulePayload}. */
    record Deleted(String deletedAlertRuleId) {}

    /** The GraphQL type {@code SnoozeAlertRulePayload}. */
    record Snoozed(AlertRule alertRule) {}

    /** The GraphQL type {@code ResolveAlertPayload}. */
    record Resolved(Alert alert) {}
}
