package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRuleId;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds alert rules for those who may read settings. */
@Component
class AlertRuleNodes implements NodeSource {

    private final AlertRules rules;

    AlertRuleNodes(AlertRules rules) {
        this.rules = rules;
    }

    @Override
    public String type() {
        return AlertIds.RULE;
    }

    @Override
    public Optional<AlertRule> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? AlertIds.uuid(id).flatMap(uuid -> rules.find(viewer.organization(), new AlertRuleId(uuid)))
                : Optional.empty();
    }
}
