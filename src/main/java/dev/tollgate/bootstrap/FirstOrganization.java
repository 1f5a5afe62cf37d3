package dev.tollgate.bootstrap;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Operators;
import dev.tollgate.access.RandomPassword;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first organization with its owner, who is the first platform operator, and a key: all of it or nothing. */
@Component
class FirstOrganization {

    static final String OWNER_EMAIL = "owner@tollgate.local";

    private final Organizations organizations;
    private final Accounts accounts;
    private final Operators operators;
    private final ApiKeys apiKeys;
    private final TransactionTemplate transaction;

    FirstOrganization(
            Organizations organizations,
            Accounts accounts,
            Operators operators,
            ApiKeys apiKeys,
            PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.operators = operators;
        this.apiKeys = apiKeys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How to sign in to the organization just made; empty when there was one already. */
    Optional<FirstCredentials> create(BootstrapSettings settings) {
        if (!organizations.all().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(transaction.execute(status -> createAll(settings)));
        } catch (DuplicateKeyException _) {
            // Another node was faster, and has said how to sign in.
            return Optional.empty();
        }
    }

    private FirstCredentials createAll(BootstrapSettings settings) {
        Organization organization = settings.demo()
                ? organizations.create(FirstStart.DEMO, "Demo", settings.timeZone())
                : organizations.create("default", "Default", settings.timeZone());
        String password = RandomPassword.next();
        accounts.create(OWNER_EMAIL, "Owner", password, organization.id(), Role.OWNER);
        operators.grant(organization.id(), Cause.TOLLGATE, OWNER_EMAIL);
        return new FirstCredentials(OWNER_EMAIL, password, key(organization.id(), settings));
    }

    private Optional<String> key(OrganizationId organization, BootstrapSettings settings) {
        if (settings.bootstrapKey() == null) {
            return Optional.of(apiKeys.create(organization, Cause.TOLLGATE, "First key", Role.OWNER.scopes(), null)
                    .secret());
        }
        apiKeys.createWithSecret(
                organization, Cause.TOLLGATE, "Bootstrap key", Role.OWNER.scopes(), settings.bootstrapKey());
        return Optional.empty();
    }
}
