package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRuleDraft;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code createAlertRule}. */
@Controller
class CreateAlertRuleController {

    private final AlertRules rules;

    CreateAlertRuleController(AlertRules rules) {
        this.rules = rules;
    }

    @MutationMapping
    Payload createAlertRule(
            @Argument Input input, DataFetchingEnvironment environment, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        Map<String, Object> filter = Objects.requireNonNullElse(AlertRuleInputs.filter(environment), Map.of());
        return new Payload(rules.create(
                viewer.organization(), authentication.cause().because(input.reason()), input.toDraft(filter)));
    }

    /** The GraphQL type {@code CreateAlertRulePayload}. */
    record Payload(AlertRule alertRule) {}

    /** The GraphQL input {@code CreateAlertRuleInput} without its filter; a null that was sent is the default. */
    record Input(
            String name,
            AlertConditionInput condition,
            @Nullable String groupBy,
            @Nullable AlertSeverity severity,
            @Nullable Duration coolDown,
            @Nullable List<String> destinationIds,
            @Nullable Boolean enabled,
            @Nullable String reason) {

        private static final Duration COOL_DOWN = Duration.ofHours(1);

        AlertRuleDraft toDraft(Map<String, Object> filter) {
            return new AlertRuleDraft(
                    name,
                    condition.toCondition(),
                    filter,
                    groupBy == null ? null : AlertRuleInputs.dimension(groupBy),
                    Objects.requireNonNullElse(severity, AlertSeverity.WARNING),
                    Objects.requireNonNullElse(coolDown, COOL_DOWN),
                    Objects.requireNonNullElse(AlertRuleInputs.destinations(destinationIds), List.of()),
                    Objects.requireNonNullElse(enabled, true));
        }
    }
}
