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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the alerts of all organizations are delivered to. */
@Component
public class AlertDestinations {

    private static final int MOST = 100;

    private final TenantTransactions transactions;
    private final TargetCheck check;
    private final DestinationSecrets secrets;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    AlertDestinations(
            TenantTransactions transactions,
            TargetCheck check,
            DestinationSecrets secrets,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.check = check;
        this.secrets = secrets;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A destination, with its secret when that is new.
     *
     * @param secret to be shown once; null when there is none, or none that is new
     */
    public record Issued(
            AlertDestination destination, @Nullable SigningSecret secret) {}

    /**
     * What should change; null stays as it is.
     *
     * @param expectedVersion the version the caller has seen; null: whatever it is
     * @param target of the same kind as before
     * @param rotateSecret whether a webhook gets a new secret, which holds from now on
     */
    public record Change(
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable TargetDraft target,
            boolean rotateSecret) {}

    /**
     * Makes a destination.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault, CONFLICT when there are too many, UNAVAILABLE when it is a
     *     webhook and no master key is set
     */
    public Issued create(OrganizationId organization, Cause cause, String name, TargetDraft target) {
        AlertDestinationId id = AlertDestinationId.random();
        SigningSecret fresh = target instanceof TargetDraft.Webhook ? SigningSecret.random() : null;
        AlertDestination destination = new AlertDestination(
                organization,
                id,
                AlertText.name(name),
                check.checked(target, fresh == null ? KeptSecret.NONE : secrets.keep(organization, id, fresh)),
                1,
                Timestamps.now(clock));
        return transactions.write(organization, sql -> {
            AlertDestinationTable table = new AlertDestinationTable(sql, organization);
            if (table.count() >= MOST) {
                throw ProblemException.of(ErrorCode.CONFLICT, "An organization has at most 100 alert destinations.");
            }
            table.insert(destination);
            audit.record(
                    sql,
                    organization,
                    cause,
                    AuditedAction.created(
                            "createAlertDestination",
                            AlertFields.target(destination.id()),
                            AlertFields.of(destination)));
            return new Issued(destination, fresh);
        });
    }

    /**
     * Changes a destination; what waits to be delivered goes to where it is then. Empty when there is none.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault, CONFLICT when it has another version, UNAVAILABLE when a secret
     *     is rotated and no master key is set
     */
    public Optional<Issued> update(OrganizationId organization, Cause cause, AlertDestinationId id, Change change) {
        return transactions.write(organization, sql -> {
            AlertDestinationTable table = new AlertDestinationTable(sql, organization);
            Optional<AlertDestination> before = table.lock(id);
            return before.map(destination -> {
                SigningSecret fresh = fresh(destination, change);
                AlertDestination changed = changed(destination, change, fresh);
                table.update(changed);
                audit.record(
                        sql,
                        organization,
                        cause,
                        new AuditedAction(
                                "updateAlertDestination",
                                AlertFields.target(id),
                                AlertFields.of(destination),
                                AlertFields.of(changed)));
                return new Issued(changed, fresh);
            });
        });
    }

    /** Takes a destination away, from all rules too, and returns what it was; what waits is not delivered. Empty when there is none. */
    public Optional<AlertDestination> delete(OrganizationId organization, Cause cause, AlertDestinationId id) {
        return transactions.write(organization, sql -> {
            AlertDestinationTable table = new AlertDestinationTable(sql, organization);
            Optional<AlertDestination> found = table.lock(id);
            found.ifPresent(destination -> {
                new AlertRuleTable(sql, json, organization).forget(id);
                table.delete(id);
                audit.record(
                        sql,
                        organization,
                        cause,
                        AuditedAction.removed(
                                "deleteAlertDestination", AlertFields.target(id), AlertFields.of(destination)));
            });
            return found;
        });
    }

    /** The destination; empty when there is none. */
    public Optional<AlertDestination> find(OrganizationId organization, AlertDestinationId id) {
        return transactions.read(organization, sql -> new AlertDestinationTable(sql, organization).find(id));
    }

    /** Those of the destinations that there are. */
    public Map<AlertDestinationId, AlertDestination> find(OrganizationId organization, Set<AlertDestinationId> ids) {
        return transactions.read(
                organization,
                sql -> new AlertDestinationTable(sql, organization)
                        .find(ids).stream()
                                .collect(Collectors.toMap(AlertDestination::id, destination -> destination)));
    }

    /**
     * So many destinations, by name.
     *
     * @param after the place after which to begin; null: at the first
     */
    public List<AlertDestination> list(OrganizationId organization, @Nullable NamePosition after, int limit) {
        return transactions.read(organization, sql -> new AlertDestinationTable(sql, organization).list(after, limit));
    }

    /** How many destinations there are. */
    public int count(OrganizationId organization) {
        return transactions.read(organization, sql -> new AlertDestinationTable(sql, organization).count());
    }

    private AlertDestination changed(AlertDestination destination, Change change, @Nullable SigningSecret fresh) {
        if (change.expectedVersion() != null && change.expectedVersion() != destination.version()) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "Somebody else changed this destination meanwhile. Look at it and try again.");
        }
        String name = Objects.requireNonNullElse(change.name(), destination.name());
        return destination.changed(AlertText.name(name), target(destination, change, fresh));
    }

    private DeliveryTarget target(AlertDestination destination, Change change, @Nullable SigningSecret fresh) {
        DeliveryTarget present = destination.target();
        KeptSecret secret =
                fresh == null ? kept(present) : secrets.keep(destination.organization(), destination.id(), fresh);
        DeliveryTarget next = change.target() == null ? present : check.checked(change.target(), secret);
        if (next.kind() != present.kind()) {
            throw ProblemException.badInput("target", "A destination stays of its kind; make another one.");
        }
        if (change.rotateSecret() && next.kind() != DeliveryTarget.Kind.WEBHOOK) {
            throw ProblemException.badInput("rotateSecret", "Only webhooks are signed.");
        }
        return next instanceof DeliveryTarget.Webhook webhook
                ? new DeliveryTarget.Webhook(webhook.url(), secret)
                : next;
    }

    private static KeptSecret kept(DeliveryTarget target) {
        return target instanceof DeliveryTarget.Webhook webhook ? webhook.secret() : KeptSecret.NONE;
    }

    private static @Nullable SigningSecret fresh(AlertDestination destination, Change change) {
        return change.rotateSecret() && destination.target() instanceof DeliveryTarget.Webhook
                ? SigningSecret.random()
                : null;
    }
}
