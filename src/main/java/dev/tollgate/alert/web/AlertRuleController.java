package dev.tollgate.alert.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.AlertCondition;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinationId;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
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

    private final AlertDestinations destinations;

    AlertRuleController(AlertDestinations destinations) {
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
    Map<AlertRule, List<AlertDestination>> destinations(List<AlertRule> rules, ViewerAuthentication authentication) {
        Set<AlertDestinationId> ids =
                rules.stream().flatMap(rule -> rule.destinations().stream()).collect(Collectors.toSet());
        Map<AlertDestinationId, AlertDestination> found =
                destinations.find(authentication.getPrincipal().organization(), ids);
        return rules.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), rule -> rule.destinations().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList()));
    }
}
