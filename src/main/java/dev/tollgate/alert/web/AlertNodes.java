package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertId;
import dev.tollgate.alert.Alerts;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds alerts for those who may read settings. */
@Component
class AlertNodes implements NodeSource {

    private final Alerts alerts;

    AlertNodes(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String type() {
        return AlertIds.ALERT;
    }

    @Override
    public Optional<Alert> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? AlertIds.uuid(id).flatMap(uuid -> alerts.find(viewer.organization(), new AlertId(uuid)))
                : Optional.empty();
    }
}
