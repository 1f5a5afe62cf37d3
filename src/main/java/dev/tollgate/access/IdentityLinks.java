package dev.tollgate.access;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose account an identity is. */
@Component
class IdentityLinks {

    private final TenantTransactions transactions;
    private final IdentityTable identities;
    private final AccountTable accounts;
    private final AuditTrail audit;
    private final Clock clock;

    IdentityLinks(TenantTransactions transactions, DSLContext sql, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.identities = new IdentityTable(sql);
        this.accounts = new AccountTable(sql);
        this.audit = audit;
        this.clock = clock;
    }

    /** The account that the identity was linked to; empty when it was to none. */
    Optional<AccountId> account(ExternalIdentity identity) {
        return identities.account(identity);
    }

    /** The account with the identity's address, if the issuer has verified that; empty otherwise. */
    Optional<AccountId> byVerifiedAddress(ExternalIdentity identity) {
        return identity.emailVerified() ? byAddress(identity) : Optional.empty();
    }

    /** The account with the identity's address, which proves nothing by itself. */
    Optional<AccountId> byAddress(ExternalIdentity identity) {
        return identity.address().flatMap(accounts::find).map(Account::id);
    }

    /** Whether the account belongs to another identity of the same issuer. */
    boolean isOfAnother(ExternalIdentity identity, AccountId account) {
        return identities
                .subject(identity.issuer(), account)
                .filter(subject -> !subject.equals(identity.subject()))
                .isPresent();
    }

    /** Whether the account belongs to any identity. */
    boolean isLinked(AccountId account) {
        return identities.isLinked(account);
    }

    /**
     * Leaves no way into an account but by identities, in the transaction in which it joins a further organization: whoever made it
     * elsewhere may know its password or be able to set one, and would get in there too.
     *
     * @param by the only identity that stays; null: all do
     */
    void close(DSLContext bound, AccountId account, @Nullable ExternalIdentity by) {
        new AccountTable(bound).setPassword(account, Passwords.NONE);
        if (by != null) {
            new IdentityTable(bound).deleteOthers(by, account);
        }
    }

    /** Links the identity to the account, unless it is already; false when one of them belongs to another, or the account is deleted. */
    boolean link(ExternalIdentity identity, AccountId account, String from) {
        if (account(identity).equals(Optional.of(account))) {
            return true;
        }
        OrganizationId organization = accounts.home(account).orElseThrow();
        boolean linked = transactions.write(organization, sql -> link(sql, organization, identity, account, from));
        return linked || account(identity).equals(Optional.of(account));
    }

    /** Links in the caller's bound transaction; false when the identity or the account is linked to another, or the account is deleted. */
    boolean link(
            DSLContext bound, OrganizationId organization, ExternalIdentity identity, AccountId account, String from) {
        if (!new AccountTable(bound).hold(account)
                || !new IdentityTable(bound).insert(identity, account, Timestamps.now(clock))) {
            return false;
        }
        audit.record(
                bound,
                organization,
                new Cause(new Actor.Person(account), from, null),
                AuditedAction.created(
                        "linkIdentity",
                        new AuditedAction.Target("User", account.toString()),
                        Map.of("provider", identity.provider(), "issuer", identity.issuer())));
        return true;
    }
}
