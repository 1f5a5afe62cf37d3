package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.Cursors;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Unit;
import dev.tollgate.organization.UnitKind;
import dev.tollgate.organization.Units;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the controllers of teams, projects and cost centers have in common. */
@Component
class UnitEdge {

    private static final int LARGEST_PAGE = 100;

    private final Units units;

    UnitEdge(Units units) {
        this.units = units;
    }

    Connection<Unit> page(Organization organization, UnitKind kind, int first, @Nullable String after, Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        int size = PageSize.of(first, LARGEST_PAGE);
        String place = after == null ? null : Cursors.decode(after, 1).getFirst();
        List<Unit> found = units.list(organization.id(), kind, place, size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                unit -> Cursors.encode(unit.key()),
                place != null,
                found.size() > size,
                units.count(organization.id(), kind));
    }

    Unit create(ViewerAuthentication authentication, String action, UnitKind kind, UnitInputs.Create input) {
        return units.create(
                writer(authentication),
                authentication.cause().because(input.reason()),
                action,
                kind,
                input.key(),
                input.name());
    }

    Unit update(ViewerAuthentication authentication, String action, UnitKind kind, UnitInputs.Update input) {
        return units.rename(
                writer(authentication),
                authentication.cause().because(input.reason()),
                action,
                kind,
                id(input.id()),
                input.name());
    }

    UnitInputs.Deleted delete(
            ViewerAuthentication authentication, String action, UnitKind kind, UnitInputs.Delete input) {
        Unit deleted = units.delete(
                writer(authentication), authentication.cause().because(input.reason()), action, kind, id(input.id()));
        return new UnitInputs.Deleted(deleted.id());
    }

    private static OrganizationId writer(ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return viewer.organization();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such thing.");
        }
    }
}
