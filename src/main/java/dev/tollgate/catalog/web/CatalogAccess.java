package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;

/** Who may read the catalogue. */
final class CatalogAccess {

    private CatalogAccess() {}

    /** Throws FORBIDDEN unless the viewer may read usage or settings. */
    static void requireRead(Viewer viewer) {
        if (!viewer.may(Scope.CONTROL_READ)) {
            viewer.require(Scope.USAGE_READ);
        }
    }
}
