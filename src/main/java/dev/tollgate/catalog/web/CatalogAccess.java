package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;

/** Who may read the catalogue. */
final class CatalogAccess {

    private CatalogAccess() {}

    /** Whether the viewer may read usage or settings. */
    static boolean mayRead(Viewer viewer) {
        return viewer.may(Scope.CONTROL_READ) || viewer.may(Scope.USAGE_READ);
    }

    /** Throws FORBIDDEN unless the viewer may read usage or settings. */
    static void requireRead(Viewer viewer) {
        if (!mayRead(viewer)) {
            viewer.require(Scope.USAGE_READ);
        }
    }
}
