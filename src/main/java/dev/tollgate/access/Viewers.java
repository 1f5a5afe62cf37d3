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
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Finds the viewer behind a credential. What changed elsewhere, a revoked key or a lost role, takes effect within a second. */
@Component
public class Viewers {

    private static final String SCHEME = "Bearer ";
    private static final Duration LIFE = Duration.ofMillis(750);

    private final ApiKeys keys;
    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final SessionRepository<?> sessions;
    private final Cache<AccountId, Optional<Viewer>> people =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();
    private final Cache<String, Boolean> begun =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();

    Viewers(ApiKeys keys, DSLContext sql, TenantTransactions transactions, SessionRepository<?> sessions) {
        this.keys = keys;
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
        this.sessions = sessions;
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

    /** The viewer behind a credential that was shown before; empty when it holds no longer. */
    public Optional<Viewer> of(Credential credential) {
        return switch (credential) {
            case Credential.Bearer(var authorization) -> ofAuthorization(authorization);
            case Credential.BrowserSession(var id, var account) -> lasts(id) ? of(account) : Optional.empty();
        };
    }

    private boolean lasts(String session) {
        return begun.get(session, id -> sessions.findById(id) != null);
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
