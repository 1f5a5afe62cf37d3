package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code organization} and maps the type. */
@Controller
class OrganizationController {

    private final Organizations organizations;

    OrganizationController(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The slug is compared, not looked up: an organization of others and none at all are the same to the viewer. */
    @QueryMapping
    Organization organization(@Argument @Nullable String slug, @AuthenticationPrincipal Viewer viewer) {
        Organization own = organizations.get(viewer.organization());
        if (slug != null && !slug.equals(own.slug())) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
        }
        return own;
    }

    @SchemaMapping
    String id(Organization organization) {
        return OrganizationNodes.id(organization);
    }

    @SchemaMapping
    String timeZone(Organization organization) {
        return organization.timeZone().getId();
    }
}
