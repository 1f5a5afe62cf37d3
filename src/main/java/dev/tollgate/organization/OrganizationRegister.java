package dev.tollgate.organization;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * All organizations as platform operators see them: listed, made, suspended and resumed. Who may do so is for the caller to check. What
 * is done with an organization is in its own audit log.
 */
@Component
public class OrganizationRegister {

    private static final int LONGEST_SUSPENSION_REASON = 500;

    private final OrganizationTable organizations;
    private final TenantTransactions transactions;
    private final SuspendedOrganizations suspended;
    private final AuditTrail audit;
    private final Clock clock;

    OrganizationRegister(
            DSLContext sql,
            TenantTransactions transactions,
            SuspendedOrganizations suspended,
            AuditTrail audit,
            Clock clock) {
        this.organizations = new OrganizationTable(sql);
        this.transactions = transactions;
        this.suspended = suspended;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * So many organizations, by slug.
     *
     * @param after the slug after which to begin; null: at the first
     */
    public List<RegisteredOrganization> list(OrganizationSearch search, @Nullable String after, int limit) {
        return organizations.bySlug(search, after, limit);
    }

    /** How many there are. */
    public int count(OrganizationSearch search) {
        return organizations.count(search);
    }

    /** The organization; empty when there is none. */
    public Optional<RegisteredOrganization> find(OrganizationId id) {
        return organizations.find(id);
    }

    /**
     * Makes an organization.
     *
     * @param settling what else makes it complete, in the same transaction, bound to it
     * @throws ProblemException BAD_USER_INPUT with the field, CONFLICT when the slug is taken
     */
    public <T> T create(NewOrganization draft, Cause cause, Function<RegisteredOrganization, T> settling) {
        Organization organization = draft.checked();
        Instant now = Timestamps.now(clock);
        try {
            return transactions.write(organization.id(), bound -> {
                new OrganizationTable(bound).insert(organization, now);
                audit.record(
                        bound,
                        organization.id(),
                        cause,
                        AuditedAction.created("createOrganization", target(organization.id()), fields(organization)));
                return settling.apply(new RegisteredOrganization(organization, now, null));
            });
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    /**
     * Lets nobody act in an organization, on every node within a second; one that is suspended stays so since when and why it was.
     *
     * @throws ProblemException BAD_USER_INPUT on {@code reason} unless it has 1 to 500 characters, NOT_FOUND
     */
    public RegisteredOrganization suspend(OrganizationId id, Cause cause) {
        Suspension suspension = new Suspension(Timestamps.now(clock), checkedReason(cause.reason()));
        return change(
                id,
                cause,
                "suspendOrganization",
                before -> before.suspension() == null
                        ? new RegisteredOrganization(before.organization(), before.createdAt(), suspension)
                        : before);
    }

    /** Lets everybody act in an organization again; NOT_FOUND. */
    public RegisteredOrganization resume(OrganizationId id, Cause cause) {
        return change(
                id,
                cause,
                "resumeOrganization",
                before -> new RegisteredOrganization(before.organization(), before.createdAt(), null));
    }

    private RegisteredOrganization change(
            OrganizationId id, Cause cause, String action, UnaryOperator<RegisteredOrganization> change) {
        RegisteredOrganization changed = transactions.write(id, bound -> {
            OrganizationTable table = new OrganizationTable(bound);
            RegisteredOrganization before = table.lock(id)
                    .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization."));
            RegisteredOrganization after = change.apply(before);
            table.setSuspension(id, after.suspension());
            audit.record(
                    bound,
                    id,
                    cause,
                    new AuditedAction(action, target(id), fields(before.suspension()), fields(after.suspension())));
            return after;
        });
        suspended.look();
        return changed;
    }

    private static String checkedReason(@Nullable String reason) {
        if (reason == null || reason.codePointCount(0, reason.length()) > LONGEST_SUSPENSION_REASON) {
            throw ProblemException.badInput(
                    "reason", "A reason has 1 to " + LONGEST_SUSPENSION_REASON + " characters.");
        }
        return reason;
    }

    private static Map<String, ?> fields(Organization organization) {
        return Map.of(
                "slug", organization.slug(),
                "name", organization.name(),
                "timeZone", organization.timeZone().getId());
    }

    private static Map<String, ?> fields(@Nullable Suspension suspension) {
        return suspension == null
                ? Map.of()
                : Map.of("suspendedAt", suspension.since(), "suspensionReason", suspension.reason());
    }

    private static AuditedAction.Target target(OrganizationId id) {
        return new AuditedAction.Target("Organization", id.toString());
    }

    private static ProblemException taken(DuplicateKeyException cause) {
        ProblemException problem = new ProblemException(
                ErrorCode.CONFLICT, "There is an organization with this slug already.", "slug", null);
        problem.initCause(cause);
        return problem;
    }
}
