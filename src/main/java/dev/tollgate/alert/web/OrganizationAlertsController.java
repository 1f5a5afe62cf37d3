package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertDeliveries;
import dev.tollgate.alert.AlertDelivery;
import dev.tollgate.alert.AlertDestination;
import dev.tollgate.alert.AlertDestinations;
import dev.tollgate.alert.AlertFilter;
import dev.tollgate.alert.AlertRule;
import dev.tollgate.alert.AlertRules;
import dev.tollgate.alert.Alerts;
import dev.tollgate.alert.DeliveryFilter;
import dev.tollgate.alert.NamePosition;
import dev.tollgate.alert.TimePosition;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.alertRules}, {@code alerts}, {@code alertDestinations} and {@code alertDeliveries}. */
@Controller
class OrganizationAlertsController {

    private final AlertRules rules;
    private final Alerts alerts;
    private final AlertDestinations destinations;
    private final AlertDeliveries deliveries;

    OrganizationAlertsController(
            AlertRules rules, Alerts alerts, AlertDestinations destinations, AlertDeliveries deliveries) {
        this.rules = rules;
        this.alerts = alerts;
        this.destinations = destinations;
        this.deliveries = deliveries;
    }

    @SchemaMapping
    Connection<AlertRule> alertRules(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        OrganizationId id = organization.id();
        NamePosition place = AlertCursors.name(after);
        return AlertConnections.page(
                first,
                place != null,
                limit -> rules.list(id, place, limit),
                rule -> AlertCursors.of(rule.name(), rule.id().value()),
                () -> rules.count(id));
    }

    @SchemaMapping
    Connection<Alert> alerts(
            Organization organization,
            @Argument @Nullable AlertFilterInput filter,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        OrganizationId id = organization.id();
        AlertFilter asked = filter == null ? AlertFilter.ALL : filter.toFilter();
        TimePosition place = AlertCursors.time(after);
        return AlertConnections.page(
                first,
                place != null,
                limit -> alerts.list(id, asked, place, limit),
                alert -> AlertCursors.of(alert.raisedAt(), alert.id().value()),
                () -> alerts.count(id, asked));
    }

    @SchemaMapping
    Connection<AlertDestination> alertDestinations(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        OrganizationId id = organization.id();
        NamePosition place = AlertCursors.name(after);
        return AlertConnections.page(
                first,
                place != null,
                limit -> destinations.list(id, place, limit),
                destination ->
                        AlertCursors.of(destination.name(), destination.id().value()),
                () -> destinations.count(id));
    }

    @SchemaMapping
    Connection<AlertDelivery> alertDeliveries(
            Organization organization,
            @Argument @Nullable AlertDeliveryFilterInput filter,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        OrganizationId id = organization.id();
        DeliveryFilter asked = filter == null ? DeliveryFilter.ALL : filter.toFilter();
        TimePosition place = AlertCursors.time(after);
        return AlertConnections.page(
                first,
                place != null,
                limit -> deliveries.list(id, asked, place, limit),
                delivery -> AlertCursors.of(delivery.createdAt(), delivery.id().value()),
                () -> deliveries.count(id, asked));
    }
}
