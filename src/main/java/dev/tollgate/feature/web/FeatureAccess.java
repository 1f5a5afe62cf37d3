package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import java.util.Set;

/** Who may ask whether a feature may be used. */
final class FeatureAccess {

    /** Also who records usage: it is the service that makes the calls. */
    private static final Set<Scope> ENOUGH =
            Set.of(Scope.GATEWAY_CALL, Scope.USAGE_WRITE, Scope.USAGE_READ, Scope.CONTROL_READ);

    private FeatureAccess() {}

    /** Throws FORBIDDEN unless the viewer calls models, records or reads usage, or reads settings. */
    static void requireDecide(Viewer viewer) {
        if (ENOUGH.stream().noneMatch(viewer::may)) {
            viewer.require(Scope.GATEWAY_CALL);
        }
    }
}
