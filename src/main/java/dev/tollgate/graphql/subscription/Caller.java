package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;

/**
 * Who has a connection, and how that was proved.
 *
 * @param address the network address of the other side
 */
record Caller(Credential credential, Viewer viewer, String address) {

    ViewerAuthentication authentication() {
        return new ViewerAuthentication(
                viewer, address, credential instanceof Credential.BrowserSession session ? session.id() : null);
    }

    /** Whether the viewer, as the same credential is understood now, may do all that this one may. */
    boolean mayStay(Viewer now) {
        return now.organization().equals(viewer.organization())
                && viewer.scopes().stream().allMatch(now::may);
    }
}
