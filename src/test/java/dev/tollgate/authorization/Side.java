package dev.tollgate.authorization;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Actor;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** An organization with one of every {@link Asker}. */
final class Side {

    static final String PASSWORD = "correct horse battery staple";

    private final TestApi api;
    private final TestKeys keys;
    private final ApiKeys apiKeys;
    private final Accounts accounts;
    private final Operators operators;
    private final Organization organization;
    private final Caller administrator;
    private final Map<Asker, Account> people = new EnumMap<>(Asker.class);
    private final Map<Asker, Caller> callers = new EnumMap<>(Asker.class);

    Side(ApplicationContext beans) {
        this.api = beans.getBean(TestApi.class);
        this.keys = beans.getBean(TestKeys.class);
        this.apiKeys = beans.getBean(ApiKeys.class);
        this.accounts = beans.getBean(Accounts.class);
        this.operators = beans.getBean(Operators.class);
        this.organization = beans.getBean(TestOrganizations.class).create();
        this.administrator = Caller.key(api, keys.bearer(organization, Scope.ADMIN));
    }

    Organization organization() {
        return organization;
    }

    /** Who makes what the others ask for. */
    Caller administrator() {
        return administrator;
    }

    /** A person who is none of those who ask. */
    Account person(Role role) {
        return accounts.create(UUID.randomUUID() + "@example.com", role.name(), PASSWORD, organization.id(), role);
    }

    /** A platform operator who is none of those who ask. */
    Account operator(Role role) {
        return operators.grant(organization.id(), Cause.TOLLGATE, person(role).email());
    }

    /** One who asks, the same until {@link #forget}. */
    Caller caller(Asker asker) {
        return callers.computeIfAbsent(asker, this::newCaller);
    }

    /** A key of each person who sees the usage of their own keys alone. */
    List<Caller> ownKeys() {
        return Stream.of(Asker.values())
                .filter(asker -> asker.role() != null && !asker.words().contains(Scope.USAGE_READ.name()))
                .map(asker -> new Cause(new Actor.Person(account(asker).id()), null, null))
                .map(owner -> apiKeys.create(organization.id(), owner, "own", Set.of(Scope.USAGE_WRITE), null))
                .map(key -> Caller.key(api, "Bearer " + key.secret()))
                .toList();
    }

    /** Lets the asker sign in again. */
    void forget(Asker asker) {
        callers.remove(asker);
    }

    /** Lets another person ask from now on. */
    void replace(Asker asker) {
        people.remove(asker);
        forget(asker);
    }

    private Caller newCaller(Asker asker) {
        if (asker == Asker.NOBODY) {
            return Caller.nobody(api);
        }
        return asker.role() == null
                ? Caller.key(api, keys.bearer(organization, asker.scopes()))
                : Caller.person(api, account(asker).email(), PASSWORD);
    }

    private Account account(Asker asker) {
        return people.computeIfAbsent(asker, one -> {
            Role role = Objects.requireNonNull(one.role());
            return one == Asker.OPERATOR ? operator(role) : person(role);
        });
    }

    /** The global id of the person who asks; of the member's, when it is none. */
    String self(Asker asker) {
        return id(account(asker.role() == null ? Asker.MEMBER : asker));
    }

    static String id(Account account) {
        return new GlobalId("User", account.id().toString()).encode();
    }
}
