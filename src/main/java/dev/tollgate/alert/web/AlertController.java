package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRuleId;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.analytics.DimensionKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps alerts. */
@Controller
class AlertController {

    private final AlertRules rules;

    AlertController(AlertRules rules) {
        this.rules = rules;
    }

    @SchemaMapping
    String id(Alert alert) {
        return AlertIds.of(alert.id());
    }

    @SchemaMapping
    @Nullable
    String subject(Alert alert) {
        return alert.subject().label();
    }

    @SchemaMapping
    @Nullable
    DimensionKey group(Alert alert) {
        return alert.subject().group();
    }

    @SchemaMapping
    BigDecimal value(Alert alert) {
        return alert.value().stripTrailingZeros();
    }

    @SchemaMapping
    BigDecimal bound(Alert alert) {
        return alert.bound().stripTrailingZeros();
    }

    @SchemaMapping
    BigDecimal latestValue(Alert alert) {
        return alert.latestValue().stripTrailingZeros();
    }

    @SchemaMapping
    @Nullable
    Instant resolvedAt(Alert alert) {
        return alert.endedAt();
    }

    @BatchMapping
    Map<Alert, AlertRule> raisedBy(List<Alert> alerts, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        Map<AlertRuleId, AlertRule> found = rules.find(
                viewer.organization(), alerts.stream().map(Alert::ruleId).collect(Collectors.toSet()));
        Map<Alert, AlertRule> byAlert = new HashMap<>();
        alerts.forEach(alert -> {
            AlertRule rule = found.get(alert.ruleId());
            if (rule != null) {
                byAlert.put(alert, rule);
            }
        });
        return byAlert;
    }
}
