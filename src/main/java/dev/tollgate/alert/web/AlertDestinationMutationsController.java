package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.AlertDeliveries;
import dev.tollgate.alert.AlertDelivery;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.core.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers the mutations of destinations and of deliveries. */
@Controller
class AlertDestinationMutationsController {

    private final AlertDestinations destinations;
    private final AlertDeliveries deliveries;

    AlertDestinationMutationsController(AlertDestinations destinations, AlertDeliveries deliveries) {
        this.destinations = destinations;
        this.deliveries = deliveries;
    }

    @MutationMapping
    Issued createAlertDestination(@Argument CreateInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return Issued.of(destinations.create(
                viewer.organization(),
                authentication.cause().because(input.reason()),
                input.name(),
                input.target().toDraft()));
    }

    @MutationMapping
    Issued updateAlertDestination(@Argument UpdateInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.destination(input.id())
                .flatMap(id -> destinations.update(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.toChange()))
                .map(Issued::of)
                .orElseThrow(() -> AlertIds.missing("alert destination"));
    }

    @MutationMapping
    Deleted deleteAlertDestination(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.destination(input.id())
                .flatMap(id -> destinations.delete(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(deleted -> new Deleted(AlertIds.of(deleted.id())))
                .orElseThrow(() -> AlertIds.missing("alert destination"));
    }

    @MutationMapping
    Delivered testAlertDestination(@Argument TestInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.destination(input.id())
                .flatMap(id -> deliveries.test(viewer.organization(), authentication.cause(), id))
                .map(Delivered::new)
                .orElseThrow(() -> AlertIds.missing("alert destination"));
    }

    @MutationMapping
    Delivered replayAlertDelivery(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return AlertIds.delivery(input.id())
                .flatMap(id -> deliveries.replay(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(Delivered::new)
                .orElseThrow(() -> AlertIds.missing("alert delivery"));
    }

    /** The GraphQL input {@code CreateAlertDestinationInput}. */
    record CreateInput(
            String name, AlertTargetInput target, @Nullable String reason) {}

    /** The GraphQL input {@code UpdateAlertDestinationInput}. */
    record UpdateInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable AlertTargetInput target,
            @Nullable Boolean rotateSecret,
            @Nullable String reason) {

        AlertDestinations.Change toChange() {
            return new AlertDestinations.Change(
                    expectedVersion, name, target == null ? null : target.toDraft(), Boolean.TRUE.equals(rotateSecret));
        }
    }

    /** The GraphQL inputs {@code DeleteAlertDestinationInput} and {@code ReplayAlertDeliveryInput}. */
    record Input(String id, @Nullable String reason) {}

    /** The GraphQL input {@code TestAlertDestinationInput}. */
    record TestInput(String id) {}

    /** The GraphQL types {@code CreateAlertDestinationPayload} and {@code UpdateAlertDestinationPayload}. */
    record Issued(
            AlertDestination alertDestination, @Nullable String secret) {

        private static Issued of(AlertDestinations.Issued issued) {
            return new Issued(
                    issued.destination(),
                    issued.secret() == null ? null : issued.secret().value());
        }

        @Override
        public String toString() {
            return "Issued[" + alertDestination + "]";
        }
    }

    /** The GraphQL type {@code DeleteAlertDestinationPayload}. */
    record Deleted(String deletedAlertDestinationId) {}

    /** The GraphQL types {@code TestAlertDestinationPayload} and {@code ReplayAlertDeliveryPayload}. */
    record Delivered(AlertDelivery delivery) {}
}
