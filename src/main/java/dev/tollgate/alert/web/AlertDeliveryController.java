package dev.tollgate.alert.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertDelivery;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.alert.Alerts;
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

/** Maps deliveries. */
@Controller
class AlertDeliveryController {

    private final Alerts alerts;
    private final AlertDestinations destinations;

    AlertDeliveryController(Alerts alerts, AlertDestinations destinations) {
        this.alerts = alerts;
        this.destinations = destinations;
    }

    @SchemaMapping
    String id(AlertDelivery delivery) {
        return AlertIds.of(delivery.id());
    }

    @SchemaMapping
    @Nullable
    String replayOf(AlertDelivery delivery) {
        return delivery.replayOf() == null ? null : AlertIds.of(delivery.replayOf());
    }

    @BatchMapping
    Map<AlertDelivery, Alert> alert(List<AlertDelivery> deliveries, ViewerAuthentication authentication) {
        return where(
                deliveries,
                AlertDelivery::alert,
                ids -> alerts.find(authentication.getPrincipal().organization(), ids));
    }

    @BatchMapping
    Map<AlertDelivery, AlertDestination> destination(
            List<AlertDelivery> deliveries, ViewerAuthentication authentication) {
        return where(
                deliveries,
                AlertDelivery::destination,
                ids -> destinations.find(authentication.getPrincipal().organization(), ids));
    }

    private static <I, T> Map<AlertDelivery, T> where(
            List<AlertDelivery> deliveries, Function<AlertDelivery, @Nullable I> id, Function<Set<I>, Map<I, T>> find) {
        Map<I, T> found =
                find.apply(deliveries.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<AlertDelivery, T> byDelivery = new HashMap<>();
        deliveries.forEach(delivery -> {
            I key = id.apply(delivery);
            T value = key == null ? null : found.get(key);
            if (value != null) {
                byDelivery.put(delivery, value);
            }
        });
        return byDelivery;
    }
}
