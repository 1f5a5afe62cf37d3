package dev.tollgate.access;

import dev.tollgate.core.Scope;
import java.util.Set;

/** What a person is in an organization. */
public enum Role {
    /** May do everything, and cannot be removed by an administrator. */
    OWNER,
    /** May do everything. */
    ADMIN,
    /** Reads usage and settings, changes nothing but keys of their own. */
    ANALYST,
    /** Records usage, calls models and has keys that do; reads what those keys used, and not what others did. */
    MEMBER;

    /** What the role may do. */
    public Set<Scope> scopes() {
        return switch (this) {
            case OWNER, ADMIN -> Set.of(Scope.values());
            case ANALYST -> Set.of(Scope.USAGE_READ, Scope.CONTROL_READ);
            case MEMBER -> Set.of(Scope.USAGE_WRITE, Scope.GATEWAY_CALL);
        };
    }
}
