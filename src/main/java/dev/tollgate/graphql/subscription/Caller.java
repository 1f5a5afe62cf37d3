package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.access.Viewer;

/** Who has a connection, and how that was proved. */
record Caller(Credential credential, Viewer viewer) {

    /** Whether the viewer, as the same credential is understood now, may do all that this one may. */
    boolean mayStay(Viewer now) {
        return now.organization().equals(viewer.organization())
                && viewer.scopes().stream().allMatch(now::may);
    }
}
