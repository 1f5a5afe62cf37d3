package dev.tollgate.alert;

import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.organization.Organizations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is to be delivered, in the transaction of what it tells. */
@Component
class AlertOutbox {

    private final Organizations organizations;
    private final JsonMapper json;

    AlertOutbox(Organizations organizations, JsonMapper json) {
        this.organizations = organizations;
        this.json = json;
    }

    /** What an alert's destinations are to be told. */
    void add(DSLContext sql, Alert alert, AlertOccasion occasion, List<AlertDestinationId> destinations, Instant now) {
        if (destinations.isEmpty()) {
            return;
        }
        String body = json.writeValueAsString(notice(alert, occasion, now));
        String messageId = alert.id() + "." + occasion.name().toLowerCase(Locale.ROOT);
        AlertDeliveryTable table = new AlertDeliveryTable(sql, alert.organization());
        new AlertDestinationTable(sql, alert.organization())
                .find(destinations)
                .forEach(
                        destination -> table.insert(delivery(destination, alert.id(), occasion, messageId, body, now)));
    }

    /** A try of a destination. */
    AlertDelivery addTest(DSLContext sql, AlertDestination destination, Instant now) {
        String id = UUID.randomUUID().toString();
        AlertNotice.Told told = new AlertNotice.Told(
                new GlobalId("Alert", id).encode(),
                null,
                "Test",
                AlertSeverity.INFO.name(),
                AlertStatus.OPEN.name(),
                "This is a test of the destination " + destination.name() + ". Nothing has happened.",
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                now,
                null);
        AlertNotice notice = new AlertNotice("alert.test", now, new AlertNotice.Data(slug(destination), told));
        AlertDelivery delivery =
                delivery(destination, null, AlertOccasion.TEST, id + ".test", json.writeValueAsString(notice), now);
        new AlertDeliveryTable(sql, destination.organization()).insert(delivery);
        return delivery;
    }

    private AlertNotice notice(Alert alert, AlertOccasion occasion, Instant now) {
        AlertNotice.Told told = new AlertNotice.Told(
                new GlobalId("Alert", alert.id().toString()).encode(),
                new GlobalId("AlertRule", alert.ruleId().toString()).encode(),
                alert.rule(),
                alert.severity().name(),
                alert.status().name(),
                alert.message(),
                alert.subject().label(),
                alert.value(),
                alert.bound(),
                alert.raisedAt(),
                alert.endedAt());
        String slug = organizations.get(alert.organization()).slug();
        return new AlertNotice(
                "alert." + occasion.name().toLowerCase(Locale.ROOT), now, new AlertNotice.Data(slug, told));
    }

    private String slug(AlertDestination destination) {
        return organizations.get(destination.organization()).slug();
    }

    private static AlertDelivery delivery(
            AlertDestination destination,
            @Nullable AlertId alert,
            AlertOccasion occasion,
            String messageId,
            String body,
            Instant now) {
        return new AlertDelivery(
                destination.organization(),
                AlertDeliveryId.random(),
                alert,
                destination.id(),
                destination.name(),
                occasion,
                messageId,
                null,
                body,
                DeliveryStatus.PENDING,
                0,
                now,
                null,
                null,
                null,
                now);
    }
}
