package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRuleChange;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code updateAlertRule}. */
@Controller
class UpdateAlertRuleController {

    private final AlertRules rules;

    UpdateAlertRuleController(AlertRules rules) {
        this.rules = rules;
    }

    @MutationMapping
    Payload updateAlertRule(
            @Argument Input input, DataFetchingEnvironment environment, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        AlertRuleChange change = input.toChange(AlertRuleInputs.filter(environment));
        return AlertIds.rule(input.id())
                .flatMap(id -> rules.update(
                        viewer.organization(), authentication.cause().because(input.reason()), id, change))
                .map(Payload::new)
                .orElseThrow(() -> AlertIds.missing("alert rule"));
    }

    /** The GraphQL type {@code UpdateAlertRulePayload}. */
    record Payload(AlertRule alertRule) {}

    /** The GraphQL input {@code UpdateAlertRuleInput} without its filter. */
    record Input(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable AlertConditionInput condition,
            ArgumentValue<String> groupBy,
            @Nullable AlertSeverity severity,
            @Nullable Duration coolDown,
            @Nullable List<String> destinationIds,
            @Nullable Boolean enabled,
            @Nullable String reason) {

        AlertRuleChange toChange(@Nullable Map<String, Object> filter) {
            return new AlertRuleChange(
                    expectedVersion,
                    name,
                    condition == null ? null : condition.toCondition(),
                    filter,
                    regrouping(),
                    severity,
                    coolDown,
                    AlertRuleInputs.destinations(destinationIds),
                    enabled);
        }

        private AlertRuleChange.@Nullable Regrouping regrouping() {
            String dimension = groupBy.value();
            return groupBy.isOmitted()
                    ? null
                    : new AlertRuleChange.Regrouping(dimension == null ? null : AlertRuleInputs.dimension(dimension));
        }
    }
}
