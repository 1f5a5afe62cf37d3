package dev.tollgate.repricing;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.catalog.Charge;
import dev.tollgate.catalog.Chargeable;
import dev.tollgate.catalog.PriceBook;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.Contribution;
import dev.tollgate.usage.EventCost;
import dev.tollgate.usage.LedgerCosts;
import dev.tollgate.usage.LedgerCosts.Position;
import dev.tollgate.usage.LedgerCosts.Recharged;
import dev.tollgate.usage.StoredCall;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageCommitted;
import dev.tollgate.usage.UsageStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Charges stored events again with the prices known now. Can be stopped and run again at any point: each part is complete. */
@Component
public class Repricing {

    /** How many events are looked at in one transaction. */
    private static final int PART = 5_000;

    /**
     * What charging again changed.
     *
     * @param examined events looked at
     * @param repriced events that got another cost
     * @param difference by how much the total cost changed
     */
    public record Outcome(long examined, long repriced, Money difference) {

        private Outcome plus(Outcome other) {
            return new Outcome(examined + other.examined, repriced + other.repriced, difference.plus(other.difference));
        }
    }

    private record Part(List<StoredCall> calls, @Nullable UsageBatch batch) {

        private List<Contribution> changes() {
            return batch == null ? List.of() : batch.contributions();
        }
    }

    private final TenantTransactions transactions;
    private final LedgerCosts ledger;
    private final Attributions attributions;
    private final PriceBook prices;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    Repricing(
            TenantTransactions transactions,
            LedgerCosts ledger,
            Attributions attributions,
            PriceBook prices,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.attributions = attributions;
        this.prices = prices;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Charges every event again that occurred in the window and whose cost was not reported with it. The audit trail is told how
     * far it came, also when it fails on the way.
     */
    public Outcome reprice(OrganizationId organization, Cause cause, TimeWindow window) {
        prices.refresh(organization);
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome(0, 0, Money.ZERO));
        try {
            reprice(organization, window, outcome);
        } catch (RuntimeException failure) {
            record(organization, cause, window, outcome.get(), false);
            throw failure;
        }
        record(organization, cause, window, outcome.get(), true);
        return outcome.get();
    }

    private void record(
            OrganizationId organization, Cause cause, TimeWindow window, Outcome outcome, boolean complete) {
        Map<String, Object> fields = Map.of(
                "from", window.from(),
                "to", window.to(),
                "examined", outcome.examined(),
                "repriced", outcome.repriced(),
                "costDifference", outcome.difference().amount(),
                "complete", complete);
        AuditedAction.Target target = new AuditedAction.Target("Organization", organization.toString());
        transactions.write(organization, sql -> {
            audit.record(sql, organization, cause, AuditedAction.created("reprice", target, fields));
            return outcome;
        });
    }

    private void reprice(OrganizationId organization, TimeWindow window, AtomicReference<Outcome> outcome) {
        Position position = Position.START;
        List<StoredCall> calls;
        do {
            Position after = position;
            Part part = transactions.write(organization, sql -> reprice(sql, organization, window, after));
            calls = part.calls();
            outcome.updateAndGet(before -> before.plus(outcome(part)));
            if (part.batch() != null) {
                events.publishEvent(new UsageCommitted(organization, part.batch()));
            }
            if (!calls.isEmpty()) {
                position = new Position(
                        calls.getLast().occurredAt(), calls.getLast().eventId());
            }
        } while (calls.size() == PART);
    }

    private Part reprice(DSLContext sql, OrganizationId organization, TimeWindow window, Position after) {
        List<StoredCall> calls = ledger.next(sql, organization, window, after, PART);
        Map<AttributionId, Attribution> dictionary = attributions.dictionary(
                sql, organization, calls.stream().map(StoredCall::attribution).toList());
        List<Recharged> changed = calls.stream()
                .map(call -> new Recharged(call, charge(organization, call, dictionary)))
                .filter(one -> !Objects.equals(one.call().cost(), one.cost().total()))
                .toList();
        return new Part(calls, changed.isEmpty() ? null : ledger.recharge(sql, organization, changed));
    }

    private EventCost charge(OrganizationId organization, StoredCall call, Map<AttributionId, Attribution> dictionary) {
        Attribution attribution = Objects.requireNonNull(dictionary.get(call.attribution()));
        Chargeable chargeable = new Chargeable(
                new ModelRef(attribution.provider(), attribution.model()),
                call.occurredAt(),
                attribution.serviceTier(),
                call.status() == UsageStatus.ERROR,
                call.tokens(),
                call.quantities());
        return switch (prices.charge(organization, chargeable)) {
            case Charge.Priced priced
            when priced.cost().total().compareTo(EventCost.MOST) > 0 ->
                throw ProblemException.of(
                        ErrorCode.CONFLICT,
                        "By its price the call %s costs more than an event may. Correct the price first."
                                .formatted(call.eventId()));
            case Charge.Priced priced -> new EventCost.Priced(priced.version(), priced.cost());
            case Charge.Unpriced unpriced -> new EventCost.Unpriced();
        };
    }

    private static Outcome outcome(Part part) {
        Money difference = part.changes().stream().map(Contribution::cost).reduce(Money.ZERO, Money::plus);
        return new Outcome(part.calls().size(), part.changes().size(), difference);
    }
}
