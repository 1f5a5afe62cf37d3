package dev.tollgate.access;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;

/**
 * Tells the audit trail of what people do with their sessions and their own password. Sessions are kept apart from an organization's
 * transactions: what is done to them is told of before it is done, or, where it may fail, right after.
 */
@Component
public class SessionAudit {

    private final TenantTransactions transactions;
    private final AuditTrail trail;

    SessionAudit(TenantTransactions transactions, AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Whoever it is signs out; of a key nothing is told. */
    public void signedOut(ViewerAuthentication authentication) {
        if (authentication.getPrincipal().identity() instanceof Viewer.Person(var account)) {
            done(authentication, authentication.getPrincipal().organization(), "signOut", account);
        }
    }

    /** All sessions of a person are about to be ended by themselves. */
    public void signedOutEverywhere(ViewerAuthentication authentication, AccountId account) {
        done(authentication, authentication.getPrincipal().organization(), "signOutEverywhere", account);
    }

    /** A person's session has come into an organization, which is told and not the one that it was in. */
    public void entered(ViewerAuthentication authentication, AccountId account, OrganizationId organization) {
        done(authentication, organization, "switchOrganization", account);
    }

    /** Who did not know their current password, or has been wrong too often, when it was to be changed; nothing of another failure. */
    public void refusedPassword(ViewerAuthentication authentication, AccountId account, ProblemException failure) {
        if ("currentPassword".equals(failure.field()) || failure.code() == ErrorCode.RATE_LIMITED) {
            Cause cause = authentication.cause().because(failure.getMessage());
            OrganizationId organization = authentication.getPrincipal().organization();
            trail.refusedAgain(organization, cause, action("changePassword", account));
        }
    }

    private void done(ViewerAuthentication by, OrganizationId organization, String name, AccountId account) {
        transactions.write(organization, sql -> {
            trail.record(sql, organization, by.cause(), action(name, account));
            return account;
        });
    }

    private static AuditedAction action(String name, AccountId account) {
        return new AuditedAction(name, new AuditedAction.Target("User", account.toString()), null, null);
    }
}
