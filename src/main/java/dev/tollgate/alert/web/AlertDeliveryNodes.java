package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.AlertDeliveries;
import dev.tollgate.alert.AlertDelivery;
import dev.tollgate.alert.AlertDeliveryId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds alert deliveries for those who may read settings. */
@Component
class AlertDeliveryNodes implements NodeSource {

    private final AlertDeliveries deliveries;

    AlertDeliveryNodes(AlertDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String type() {
        return AlertIds.DELIVERY;
    }

    @Override
    public Optional<AlertDelivery> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? AlertIds.uuid(id).flatMap(uuid -> deliveries.find(viewer.organization(), new AlertDeliveryId(uuid)))
                : Optional.empty();
    }
}
