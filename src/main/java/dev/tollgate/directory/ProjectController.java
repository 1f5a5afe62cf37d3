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

/** Answers {@code Organization.projects} and what is done with projects. */
@Controller
class ProjectController {

    private static final UnitKind KIND = UnitKind.PROJECT;

    private final UnitEdge units;

    ProjectController(UnitEdge units) {
        this.units = units;
    }

    @SchemaMapping
    Connection<Unit> projects(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        return units.page(organization, KIND, first, after, viewer);
    }

    @MutationMapping
    Payload createProject(@Argument UnitInputs.Create input, ViewerAuthentication authentication) {
        return new Payload(units.create(authentication, "createProject", KIND, input));
    }

    @MutationMapping
    Payload updateProject(@Argument UnitInputs.Update input, ViewerAuthentication authentication) {
        return new Payload(units.update(authentication, "updateProject", KIND, input));
    }

    @MutationMapping
    UnitInputs.Deleted deleteProject(@Argument UnitInputs.Delete input, ViewerAuthentication authentication) {
        return units.delete(authentication, "deleteProject", KIND, input);
    }

    record Payload(Unit project) {}
}
