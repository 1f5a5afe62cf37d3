package dev.tollgate.alert.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.AlertCondition;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinationId;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRuleId;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.alert.LastLook;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps rules and their conditions. */
@Controller
class AlertRuleController {

    private final AlertRules rules;
    private final AlertDestinations destinations;

    AlertRuleController(AlertRules rules, AlertDestinations destinations) {
        this.rules = rules;
        this.destinations = destinations;
    }

    /** The GraphQL type {@code AlertCondition}. */
    record ConditionView(
            AlertCondition.@Nullable Threshold threshold,
            AlertCondition.@Nullable Change change,
            @Nullable QuotaView quota,
            AlertCondition.@Nullable BudgetForecast budgetForecast) {}

    /** The GraphQL type {@code QuotaCondition}. */
    record QuotaView(@Nullable String quotaId, QuotaStatus status) {}

    @SchemaMapping
    String id(AlertRule rule) {
        return AlertIds.of(rule.id());
    }

    @SchemaMapping
    ConditionView condition(AlertRule rule) {
        return switch (rule.condition()) {
            case AlertCondition.Threshold threshold -> new ConditionView(threshold, null, null, null);
            case AlertCondition.Change change -> new ConditionView(null, change, null, null);
            case AlertCondition.QuotaUse use -> new ConditionView(null, null, quota(use), null);
            case AlertCondition.BudgetForecast forecast -> new ConditionView(null, null, null, forecast);
        };
    }

    private static QuotaView quota(AlertCondition.QuotaUse use) {
        return new QuotaView(
                use.quota() == null ? null : new GlobalId("Quota", use.quota().toString()).encode(), use.status());
    }

    @SchemaMapping
    @Nullable
    Map<String, Object> filter(AlertRule rule) {
        return rule.filter().isEmpty() ? null : rule.filter();
    }

    @BatchMapping
    Map<AlertRule, LastLook> lastLook(List<AlertRule> asked, ViewerAuthentication authentication) {
        Map<AlertRuleId, LastLook> found = rules.lastLooks(
                authentication.getPrincipal().organization(),
                asked.stream().map(AlertRule::id).collect(Collectors.toSet()));
        Map<AlertRule, LastLook> byRule = new HashMap<>();
        asked.forEach(rule -> {
            LastLook look = found.get(rule.id());
            if (look != null) {
                byRule.put(rule, look);
            }
        });
        return byRule;
    }

    @BatchMapping
    Map<AlertRule, List<AlertDestination>> destinations(List<AlertRule> asked, ViewerAuthentication authentication) {
        Set<AlertDestinationId> ids =
                asked.stream().flatMap(rule -> rule.destinations().stream()).collect(Collectors.toSet());
        Map<AlertDestinationId, AlertDestination> found =
                destinations.find(authentication.getPrincipal().organization(), ids);
        return asked.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        rule -> rule.destinations().stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
