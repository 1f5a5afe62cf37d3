package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What identical subscriptions have in common: the organization, the rights, and all that is asked but for the cursor. */
record BroadcastKey(
        OrganizationId organization,
        Set<Scope> scopes,
        String document,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables) {

    static BroadcastKey of(Viewer viewer, SubscriptionCall call) {
        return new BroadcastKey(
                viewer.organization(), viewer.scopes(), call.document(), call.operationName(), call.variables());
    }
}
