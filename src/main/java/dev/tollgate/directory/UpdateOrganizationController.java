package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code updateOrganization}. */
@Controller
class UpdateOrganizationController {

    private final Organizations organizations;

    UpdateOrganizationController(Organizations organizations) {
        this.organizations = organizations;
    }

    @MutationMapping
    Payload updateOrganization(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return new Payload(organizations.rename(
                viewer.organization(), authentication.cause().because(input.reason()), input.name()));
    }

    record Input(String name, @Nullable String reason) {}

    record Payload(Organization organization) {}
}
