package dev.tollgate.authorization;

import dev.tollgate.access.Role;
import dev.tollgate.core.Scope;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who can ask. What their roles come to is spelled out here once more and not looked up, so that a role that gains a right by
 * mistake is noticed.
 */
enum Asker {
    OWNER(Role.OWNER, EnumSet.allOf(Scope.class)),
    ADMIN(Role.ADMIN, EnumSet.allOf(Scope.class)),
    ANALYST(Role.ANALYST, EnumSet.of(Scope.USAGE_READ, Scope.CONTROL_READ)),
    MEMBER(Role.MEMBER, EnumSet.of(Scope.USAGE_WRITE, Scope.GATEWAY_CALL)),
    OPERATOR(Role.MEMBER, EnumSet.of(Scope.USAGE_WRITE, Scope.GATEWAY_CALL)),
    KEY_ADMIN(EnumSet.of(Scope.ADMIN)),
    KEY_ALL_BUT_ADMIN(EnumSet.complementOf(EnumSet.of(Scope.ADMIN))),
    KEY_CONTROL_WRITE(EnumSet.of(Scope.CONTROL_WRITE)),
    KEY_CONTROL_READ(EnumSet.of(Scope.CONTROL_READ)),
    KEY_USAGE_WRITE(EnumSet.of(Scope.USAGE_WRITE)),
    KEY_USAGE_READ(EnumSet.of(Scope.USAGE_READ)),
    KEY_GATEWAY_CALL(EnumSet.of(Scope.GATEWAY_CALL)),
    NOBODY(EnumSet.noneOf(Scope.class));

    private final @Nullable Role role;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final Set<Scope> scopes;

    Asker(Role role, Set<Scope> scopes) {
        this.role = role;
        this.scopes = scopes;
    }

    Asker(Set<Scope> scopes) {
        this.role = null;
        this.scopes = scopes;
    }

    /** The role of a person; null for a key, and for nobody. */
    @Nullable
    Role role() {
        return role;
    }

    /** The scopes of a key. */
    Scope[] scopes() {
        return scopes.toArray(Scope[]::new);
    }

    /** The words of a {@link Rule} that are true of it. */
    Set<String> words() {
        if (this == NOBODY) {
            return Set.of("ALL");
        }
        Set<String> words = scopes.contains(Scope.ADMIN)
                ? Stream.of(Scope.values()).map(Scope::name).collect(Collectors.toCollection(TreeSet::new))
                : scopes.stream().map(Scope::name).collect(Collectors.toCollection(TreeSet::new));
        words.add("ALL");
        words.add("VIEWER");
        words.add(role == null ? "KEY" : "PERSON");
        if (this == OPERATOR) {
            words.add("OPERATOR");
        }
        // A key that nobody owns has the standing of who installed Tollgate.
        if (role == Role.OWNER || role == null) {
            words.add("OWNERS");
        }
        return words;
    }
}
