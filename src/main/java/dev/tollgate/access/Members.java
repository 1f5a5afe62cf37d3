package dev.tollgate.access;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of organizations. Owners are changed by owners alone, and one always stays. What is taken from somebody is gone
 * within a second on every node, with their sessions and streams there.
 */
@Component
public class Members {

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Standing standing;
    private final AccountSessions sessions;
    private final ApiKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    Members(
            DSLContext sql,
            TenantTransactions transactions,
            Standing standing,
            AccountSessions sessions,
            ApiKeys keys,
            AuditTrail audit,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.standing = standing;
        this.sessions = sessions;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** So many members after a place, in the order in which they joined; null: from the first. */
    public List<Member> list(OrganizationId organization, @Nullable MemberPosition after, int limit) {
        return transactions.read(organization, sql -> new MemberTable(sql, organization).inOrder(after, limit));
    }

    /** How many members there are. */
    public int count(OrganizationId organization) {
        return transactions.read(organization, sql -> new MemberTable(sql, organization).count());
    }

    /** How many people belong to each of these organizations, suspended there or not; one without any is left out. */
    public Map<OrganizationId, Integer> counts(Collection<OrganizationId> organizations) {
        return MemberTable.counts(sql, organizations);
    }

    /** The member; empty when the person is none. */
    public Optional<Member> find(OrganizationId organization, AccountId account) {
        return transactions.read(organization, sql -> new MemberTable(sql, organization).find(account));
    }

    /**
     * Makes a member something else.
     *
     * @throws ProblemException NOT_FOUND, FORBIDDEN when only an owner may, CONFLICT when no owner would be left
     */
    public Member changeRole(OrganizationId organization, Cause cause, AccountId account, Role role) {
        return transactions.write(organization, sql -> {
            Member before = changeable(sql, organization, cause, account, role);
            keepAnOwner(sql, organization, before, role == Role.OWNER);
            new MemberTable(sql, organization).setRole(account, role);
            record(sql, organization, cause, "changeMemberRole", before, Map.of("role", role));
            return new Member(before.account(), role, before.joinedAt(), before.suspendedAt());
        });
    }

    /** Lets a member do nothing in the organization, until they are let again; their keys go on. Throws as changeRole. */
    public Member suspend(OrganizationId organization, Cause cause, AccountId account) {
        Instant now = Timestamps.now(clock);
        Member after = transactions.write(organization, sql -> {
            Member before = changeable(sql, organization, cause, account, null);
            keepAnOwner(sql, organization, before, false);
            Instant since = before.suspendedAt() == null ? now : before.suspendedAt();
            new MemberTable(sql, organization).setSuspended(account, since);
            record(sql, organization, cause, "suspendUser", before, Map.of("suspendedAt", since));
            return new Member(before.account(), before.role(), before.joinedAt(), since);
        });
        sessions.end(account, organization);
        return after;
    }

    /** Lets a suspended member do again what their role says. Throws NOT_FOUND, and FORBIDDEN as changeRole. */
    public Member reinstate(OrganizationId organization, Cause cause, AccountId account) {
        return transactions.write(organization, sql -> {
            Member before = changeable(sql, organization, cause, account, null);
            new MemberTable(sql, organization).setSuspended(account, null);
            record(sql, organization, cause, "reinstateUser", before, Map.of());
            return new Member(before.account(), before.role(), before.joinedAt(), null);
        });
    }

    /** Takes a person out of the organization and revokes the keys that they own there. Throws as changeRole. */
    public Member remove(OrganizationId organization, Cause cause, AccountId account) {
        Removal removal = transactions.write(organization, sql -> remove(sql, organization, cause, account));
        removal.afterwards().run();
        sessions.end(account, organization);
        return removal.member();
    }

    /** Who was taken out, and what is to be done once the transaction is committed. */
    record Removal(Member member, Runnable afterwards) {}

    /** Takes a person out in the caller's bound transaction; throws as the other. */
    Removal remove(DSLContext sql, OrganizationId organization, Cause cause, AccountId account) {
        Member before = changeable(sql, organization, cause, account, null);
        keepAnOwner(sql, organization, before, false);
        new MemberTable(sql, organization).delete(account);
        PasswordChanges.voidLink(sql, organization, account);
        Invitations.voidLinks(sql, organization, before.account().email(), Timestamps.now(clock));
        Runnable afterwards = keys.revokeOwned(sql, organization, cause, account);
        audit.record(
                sql,
                organization,
                cause,
                AuditedAction.removed("removeMember", target(account), Map.of("role", before.role())));
        return new Removal(before, afterwards);
    }

    private Member changeable(
            DSLContext sql, OrganizationId organization, Cause cause, AccountId account, @Nullable Role next) {
        Member member = new MemberTable(sql, organization)
                .find(account)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such member."));
        standing.require(sql, organization, cause.actor(), member.role());
        if (next != null) {
            standing.require(sql, organization, cause.actor(), next);
        }
        return member;
    }

    private static void keepAnOwner(DSLContext sql, OrganizationId organization, Member member, boolean remainsOwner) {
        if (!remainsOwner
                && new MemberTable(sql, organization)
                        .lockOwners()
                        .equals(Set.of(member.account().id()))) {
            throw ProblemException.of(ErrorCode.CONFLICT, "An organization keeps an owner: this is its last.");
        }
    }

    private void record(
            DSLContext sql,
            OrganizationId organization,
            Cause cause,
            String action,
            Member before,
            Map<String, ?> after) {
        Map<String, ?> was = before.suspendedAt() == null
                ? Map.of("role", before.role())
                : Map.of("role", before.role(), "suspendedAt", before.suspendedAt());
        audit.record(
                sql,
                organization,
                cause,
                new AuditedAction(action, target(before.account().id()), was, after));
    }

    private static AuditedAction.Target target(AccountId account) {
        return new AuditedAction.Target("User", account.toString());
    }
}
