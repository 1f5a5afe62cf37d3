package dev.tollgate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyPrincipal;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Finds the viewer behind a credential. What changed elsewhere, a revoked key or a lost role, takes effect within a second. */
@Component
public class Viewers {

    private static final String SCHEME = "Bearer ";
    private static final Duration LIFE = Duration.ofMillis(750);

    private final ApiKeys keys;
    private final KeysElsewhere elsewhere;
    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final SessionRepository<?> sessions;
    private final Cache<AccountId, Optional<Viewer>> people =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();
    private final Cache<String, Boolean> begun =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();

    Viewers(
            ApiKeys keys,
            KeysElsewhere elsewhere,
            DSLContext sql,
            TenantTransactions transactions,
            SessionRepository<?> sessions) {
        this.keys = keys;
        this.elsewhere = elsewhere;
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
        this.sessions = sessions;
    }

    /** Whether the value of an {@code Authorization} header claims to be a bearer token, right or wrong. */
    public static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The viewer behind {@code Bearer tg_…}; empty when it is no key, or one that is revoked or has expired. Throws FORBIDDEN
     * when the key may not be used from there.
     *
     * @param address the network address it comes from; null when it is not known
     */
    public Optional<Viewer> ofAuthorization(String authorization, @Nullable String address) {
        if (!isBearer(authorization)) {
            return Optional.empty();
        }
        return keys.authenticate(authorization.substring(SCHEME.length()).strip())
                .map(key -> program(key, address));
    }

    /** The person in the organization that sessions begin in; empty when they are gone, or no longer belong to it. */
    public Optional<Viewer> of(AccountId account) {
        return people.get(account, this::person);
    }

    /** The viewer behind a credential that was shown before; empty when it holds no longer. */
    public Optional<Viewer> of(Credential credential) {
        return switch (credential) {
            case Credential.Bearer(var authorization, var address) -> ofAuthorization(authorization, address);
            case Credential.BrowserSession(var id, var account) -> lasts(id) ? of(account) : Optional.empty();
        };
    }

    private Viewer program(ApiKeyPrincipal principal, @Nullable String address) {
        ApiKey key = principal.key();
        if (!key.networks().allow(address)) {
            elsewhere.refuse(principal, address);
        }
        keys.used(principal);
        return new Viewer(principal.organization(), key.scopes(), new Viewer.Key(key.id(), key.attribution()));
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
