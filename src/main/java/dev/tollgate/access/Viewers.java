package dev.tollgate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the viewer behind a credential. What changed elsewhere, a revoked key or a lost role, takes effect within a second. */
@Component
public class Viewers {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final Cache<AccountId, Optional<Viewer>> people = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMillis(750))
            .build();

    Viewers(ApiKeys keys, DSLContext sql, TenantTransactions transactions) {
        this.keys = keys;
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
    }

    /** Whether the value of an {@code Authorization} header claims to be a bearer token, right or wrong. */
    public static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The viewer behind {@code Bearer tg_…}; empty when it is no key, or one that is revoked or has expired. */
    public Optional<Viewer> ofAuthorization(String authorization) {
        if (!isBearer(authorization)) {
            return Optional.empty();
        }
        return keys.authenticate(authorization.substring(SCHEME.length()).strip())
                .map(key -> new Viewer(key.organization(), key.scopes(), new Viewer.Key(key.apiKeyId())));
    }

    /** The person in the organization that sessions begin in; empty when they are gone, or no longer belong to it. */
    public Optional<Viewer> of(AccountId account) {
        return people.get(account, this::person);
    }

    private Optional<Viewer> person(AccountId account) {
        return accounts.organization(account)
                .flatMap(organization -> role(organization, account)
                        .map(role -> new Viewer(organization, role.scopes(), new Viewer.Person(account))));
    }

    private Optional<Role> role(OrganizationId organization, AccountId account) {
        return transactions.read(organization, sql -> new MemberTable(sql, organization).role(account));
    }
}
