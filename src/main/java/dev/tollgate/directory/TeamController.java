package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.graphql.Connection;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Unit;
import dev.tollgate.organization.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.teams} and what is done with teams. */
@Controller
class TeamController {

    private static final UnitKind KIND = UnitKind.TEAM;

    private final UnitEdge units;

    TeamController(UnitEdge units) {
        this.units = units;
    }

    @SchemaMapping
    Connection<Unit> teams(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        return units.page(organization, KIND, first, after, viewer);
    }

    @MutationMapping
    Payload createTeam(@Argument UnitInputs.Create input, ViewerAuthentication authentication) {
        return new Payload(units.create(authentication, "createTeam", KIND, input));
    }

    @MutationMapping
    Payload updateTeam(@Argument UnitInputs.Update input, ViewerAuthentication authentication) {
        return new Payload(units.update(authentication, "updateTeam", KIND, input));
    }

    @MutationMapping
    UnitInputs.Deleted deleteTeam(@Argument UnitInputs.Delete input, ViewerAuthentication authentication) {
        return units.delete(authentication, "deleteTeam", KIND, input);
    }

    record Payload(Unit team) {}
}
