package dev.tollgate.alert.web;

import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.DeliveryTarget;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps destinations. */
@Controller
class AlertDestinationController {

    @SchemaMapping
    String id(AlertDestination destination) {
        return AlertIds.of(destination.id());
    }

    @SchemaMapping
    DeliveryTarget.Kind kind(AlertDestination destination) {
        return destination.target().kind();
    }

    @SchemaMapping
    String address(AlertDestination destination) {
        return destination.target().address();
    }
}
