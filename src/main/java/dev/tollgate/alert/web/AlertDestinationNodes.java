package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinationId;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds alert destinations for those who may read settings. */
@Component
class AlertDestinationNodes implements NodeSource {

    private final AlertDestinations destinations;

    AlertDestinationNodes(AlertDestinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public String type() {
        return AlertIds.DESTINATION;
    }

    @Override
    public Optional<AlertDestination> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? AlertIds.uuid(id)
                        .flatMap(uuid -> destinations.find(viewer.organization(), new AlertDestinationId(uuid)))
                : Optional.empty();
    }
}
