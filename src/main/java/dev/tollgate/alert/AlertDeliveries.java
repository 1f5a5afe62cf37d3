package dev.tollgate.alert;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be delivered of alerts, and what became of it. */
@Component
public class AlertDeliveries {

    private final TenantTransactions transactions;
    private final AlertOutbox outbox;
    private final AlertDispatcher dispatcher;
    private final AuditTrail audit;
    private final Clock clock;

    AlertDeliveries(
            TenantTransactions transactions,
            AlertOutbox outbox,
            AlertDispatcher dispatcher,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Delivers again what was delivered or given up, to where the destination is now; empty when there is no such delivery.
     *
     * @throws ProblemException CONFLICT when it is still being tried, or its destination is no more
     */
    public Optional<AlertDelivery> replay(OrganizationId organization, Cause cause, AlertDeliveryId id) {
        return transactions.write(organization, sql -> {
            AlertDeliveryTable table = new AlertDeliveryTable(sql, organization);
            return table.find(id).map(delivery -> replay(sql, table, cause, delivery));
        });
    }

    private AlertDelivery replay(DSLContext sql, AlertDeliveryTable table, Cause cause, AlertDelivery delivery) {
        if (delivery.status() == DeliveryStatus.PENDING) {
            throw ProblemException.of(ErrorCode.CONFLICT, "This delivery is still being tried.");
        }
        if (new AlertDestinationTable(sql, delivery.organization())
                .find(delivery.destination())
                .isEmpty()) {
            throw ProblemException.of(ErrorCode.CONFLICT, "The destination was taken away.");
        }
        AlertDelivery again = delivery.replayed(Timestamps.now(clock));
        table.insert(again);
        audit.record(
                sql,
                delivery.organization(),
                cause,
                AuditedAction.created("replayAlertDelivery", AlertFields.target(again.id()), AlertFields.of(again)));
        return again;
    }

    /** Tries a destination once, now, and tells what became of it; empty when there is no such destination. */
    public Optional<AlertDelivery> test(OrganizationId organization, Cause cause, AlertDestinationId id) {
        Optional<AlertDelivery> written = transactions.write(
                organization,
                sql -> new AlertDestinationTable(sql, organization).find(id).map(destination -> {
                    AlertDelivery delivery = outbox.addTest(sql, destination, Timestamps.now(clock));
                    audit.record(
                            sql,
                            organization,
                            cause,
                            AuditedAction.created(
                                    "testAlertDestination", AlertFields.target(id), AlertFields.of(delivery)));
                    return delivery;
                }));
        return written.map(
                delivery -> dispatcher.attempt(organization, delivery.id()).orElse(delivery));
    }

    /** The delivery; empty when there is none. */
    public Optional<AlertDelivery> find(OrganizationId organization, AlertDeliveryId id) {
        return transactions.read(organization, sql -> new AlertDeliveryTable(sql, organization).find(id));
    }

    /**
     * So many deliveries, newest first.
     *
     * @param after the place after which to begin; null: at the newest
     */
    public List<AlertDelivery> list(
            OrganizationId organization, DeliveryFilter filter, @Nullable TimePosition after, int limit) {
        return transactions.read(
                organization, sql -> new AlertDeliveryTable(sql, organization).list(filter, after, limit));
    }

    /** How many deliveries fit. */
    public int count(OrganizationId organization, DeliveryFilter filter) {
        return transactions.read(organization, sql -> new AlertDeliveryTable(sql, organization).count(filter));
    }
}
