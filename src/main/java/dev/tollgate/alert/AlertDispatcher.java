package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Delivers what is written down, each at least once: a node claims a delivery for a while, tries it, and writes down what became of it. One
 * that is killed meanwhile leaves it to whoever comes after that while.
 */
@Component
class AlertDispatcher implements AutoCloseable {

    /** How many attempts of a node go on at a time. */
    static final int PARALLEL = 32;

    /** How many of these are of one organization, so that slow destinations of one do not keep those of others waiting. */
    private static final int SHARE = 8;

    private static final Logger log = LoggerFactory.getLogger(AlertDispatcher.class);
    private static final int AT_ONCE = 100;
    private static final String DUE = "SELECT * FROM organizations_with_due_deliveries(CAST(? AS timestamptz))";

    private final TenantTransactions transactions;
    private final DSLContext sql;
    private final DeliveryChannels channels;
    private final AlertSettings settings;
    private final Clock clock;
    private final Semaphore room = new Semaphore(PARALLEL);
    private final Map<OrganizationId, Semaphore> shares = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("alert-delivery-", 0).factory());

    private record Due(OrganizationId organization, AlertDeliveryId id) {}

    private record Claim(AlertDelivery delivery, Optional<AlertDestination> destination) {}

    AlertDispatcher(
            TenantTransactions transactions,
            DSLContext sql,
            DeliveryChannels channels,
            AlertSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins an attempt of everything that is due and that there is room for. */
    void beginDue() {
        for (Due due : due()) {
            if (enter(due.organization())) {
                begin(due);
            }
        }
    }

    private boolean enter(OrganizationId organization) {
        Semaphore share = share(organization);
        if (!share.tryAcquire()) {
            return false;
        }
        if (!room.tryAcquire()) {
            share.release();
            return false;
        }
        return true;
    }

    private void leave(OrganizationId organization) {
        share(organization).release();
        room.release();
    }

    private Semaphore share(OrganizationId organization) {
        return shares.computeIfAbsent(organization, _ -> new Semaphore(SHARE));
    }

    private void begin(Due due) {
        try {
            threads.execute(() -> {
                try {
                    attempt(due.organization(), due.id());
                } catch (RuntimeException e) {
                    log.warn("Delivery {} is tried again", due.id(), e);
                } finally {
                    leave(due.organization());
                }
            });
        } catch (RejectedExecutionException e) {
            leave(due.organization());
            log.debug("The node is stopping", e);
        }
    }

    private List<Due> due() {
        Instant now = Timestamps.now(clock);
        List<Due> due = new ArrayList<>();
        sql.fetch(DUE, Timestamps.of(now)).forEach(row -> {
            OrganizationId organization = new OrganizationId(row.get(0, UUID.class));
            due(organization).forEach(id -> due.add(new Due(organization, id)));
        });
        return due;
    }

    /** The deliveries of an organization that are due. */
    List<AlertDeliveryId> due(OrganizationId organization) {
        return transactions.read(
                organization, bound -> new AlertDeliveryTable(bound, organization).due(Timestamps.now(clock), AT_ONCE));
    }

    /** Tries a delivery, unless it is not due or another node is at it; then it is empty. */
    Optional<AlertDelivery> attempt(OrganizationId organization, AlertDeliveryId id) {
        Instant now = Timestamps.now(clock);
        return transactions
                .write(organization, bound -> claim(bound, organization, id, now))
                .map(claim -> {
                    AlertDelivery tried = tried(claim);
                    return transactions.write(organization, bound -> {
                        new AlertDeliveryTable(bound, organization).store(tried);
                        return tried;
                    });
                });
    }

    private Optional<Claim> claim(DSLContext bound, OrganizationId organization, AlertDeliveryId id, Instant now) {
        return new AlertDeliveryTable(bound, organization)
                .claim(id, now, now.plus(settings.lease()))
                .map(delivery -> new Claim(
                        delivery, new AlertDestinationTable(bound, organization).find(delivery.destination())));
    }

    private AlertDelivery tried(Claim claim) {
        AlertDelivery delivery = claim.delivery();
        AttemptResult result = claim.destination()
                .map(destination -> channels.send(destination.target(), delivery))
                .orElseGet(() -> new AttemptResult.Refused("The destination was taken away."));
        return delivery.after(result, next(delivery, result));
    }

    /** Null when it is tried no more. A test is tried once: whoever tests looks at the answer. */
    private @Nullable Instant next(AlertDelivery tried, AttemptResult result) {
        if (!(result instanceof AttemptResult.Failed) || tried.isTest()) {
            return null;
        }
        BackOffExecution pauses = settings.pauses().start();
        long pause = BackOffExecution.STOP;
        for (int attempt = 0; attempt < tried.attempts(); attempt++) {
            pause = pauses.nextBackOff();
        }
        return pause == BackOffExecution.STOP ? null : Timestamps.now(clock).plusMillis(pause);
    }

    /** Those that are under way for too long are cut off: they are tried again by whoever comes next. */
    @Override
    public void close() {
        Threads.end(threads);
    }
}
