package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What identical subscriptions have in common: the organization, the rights, and all that is asked but for the cursor.
 *
 * @param alone who asks, when what they are told depends on it: they may see no usage but their own; null: it does not
 */
record BroadcastKey(
        OrganizationId organization,
        Set<Scope> scopes,
        Viewer.@Nullable Identity alone,
        String document,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables) {

    static BroadcastKey of(Viewer viewer, SubscriptionCall call) {
        return new BroadcastKey(
                viewer.organization(),
                viewer.scopes(),
                viewer.may(Scope.USAGE_READ) ? null : viewer.identity(),
                call.document(),
                call.operationName(),
                call.variables());
    }
}
