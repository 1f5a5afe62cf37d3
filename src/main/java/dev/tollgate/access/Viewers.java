package dev.tollgate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyPrincipal;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.SuspendedOrganizations;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Finds the viewer behind a credential. What changed elsewhere, a revoked key or a lost role, takes effect within a second. */
@Component
public class Viewers {

    private static final String SCHEME = "Bearer ";
    private static final Duration LIFE = Duration.ofMillis(750);

    private final ApiKeys keys;
    private final KeysElsewhere elsewhere;
    private final SuspendedOrganizations suspended;
    private final DSLContext sql;
    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final SessionRepository<?> sessions;
    private final Cache<Place, Optional<Viewer>> people =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();
    private final Cache<Place, Set<Scope>> owners =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LIFE).build();
    private final Cache<String, Optional<Place>> begun =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();

    Viewers(
            ApiKeys keys,
            KeysElsewhere elsewhere,
            SuspendedOrganizations suspended,
            DSLContext sql,
            TenantTransactions transactions,
            SessionRepository<?> sessions) {
        this.keys = keys;
        this.elsewhere = elsewhere;
        this.suspended = suspended;
        this.sql = sql;
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
     * when the key may not be used from there, or its organization is suspended.
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

    /** A person and where they are; null: where their sessions begin. */
    private record Place(AccountId account, @Nullable OrganizationId organization) {}

    /** The person in the organization that sessions begin in; empty when they are gone, suspended, or belong to none. */
    public Optional<Viewer> of(AccountId account) {
        return people.get(new Place(account, null), this::person);
    }

    /** The viewer behind a credential that was shown before; empty when it holds no longer. */
    public Optional<Viewer> of(Credential credential) {
        return switch (credential) {
            case Credential.Bearer(var authorization, var address) -> ofAuthorization(authorization, address);
            case Credential.BrowserSession session ->
                begun.get(session.id(), this::place).flatMap(place -> people.get(place, this::person));
        };
    }

    private Viewer program(ApiKeyPrincipal principal, @Nullable String address) {
        ApiKey key = principal.key();
        if (suspended.contains(principal.organization())) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "The organization is suspended.");
        }
        if (!key.networks().allow(address)) {
            elsewhere.refuse(principal, address);
        }
        keys.used(principal);
        return new Viewer(
                principal.organization(),
                scopes(principal.organization(), key),
                new Viewer.Key(key.id(), key.attribution()));
    }

    /**
     * What a key may do: no more than whoever owns it may now. The keys of who is suspended, or a mere member since, go on recording and
     * calling, since services depend on them.
     */
    private Set<Scope> scopes(OrganizationId organization, ApiKey key) {
        AccountId owner = key.owner();
        if (owner == null) {
            return key.scopes();
        }
        Set<Scope> allowed = owners.get(new Place(owner, organization), this::ownersScopes);
        if (allowed.contains(Scope.ADMIN)) {
            return key.scopes();
        }
        return key.scopes().contains(Scope.ADMIN) ? allowed : common(key.scopes(), allowed);
    }

    private Set<Scope> ownersScopes(Place place) {
        return role(Objects.requireNonNull(place.organization()), place.account())
                .orElse(Role.MEMBER)
                .scopes();
    }

    private static Set<Scope> common(Set<Scope> one, Set<Scope> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** The person in the session's organization, as the request that brings the session says. */
    public Optional<Viewer> ofRequest(Credential.BrowserSession session) {
        return people.get(new Place(session.account(), session.organization()), this::person);
    }

    private Optional<Place> place(String id) {
        Session session = sessions.findById(id);
        return session != null
                        && session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME)
                                instanceof String account
                ? Optional.of(new Place(
                        AccountId.of(account),
                        AccountSessions.organization(session).orElse(null)))
                : Optional.empty();
    }

    /** A session that was moved stays where it is. Another begins in the person's first organization, or else in any. */
    private Optional<Viewer> person(Place place) {
        OrganizationId moved = place.organization();
        if (moved != null) {
            return person(place.account(), moved);
        }
        Stream<OrganizationId> first = accounts.organization(place.account()).stream();
        return Stream.concat(first, MemberTable.organizations(sql, place.account()).stream())
                .distinct()
                .flatMap(organization -> person(place.account(), organization).stream())
                .findFirst();
    }

    private Optional<Viewer> person(AccountId account, OrganizationId organization) {
        return role(organization, account)
                .map(role -> new Viewer(organization, role.scopes(), new Viewer.Person(account)));
    }

    private Optional<Role> role(OrganizationId organization, AccountId account) {
        return suspended.contains(organization)
                ? Optional.empty()
                : transactions.read(organization, sql -> new MemberTable(sql, organization).role(account));
    }
}
