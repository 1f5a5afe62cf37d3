package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the viewer's own organization, and no other. */
@Component
class OrganizationNodes implements NodeSource {

    private static final String TYPE = "Organization";

    private final Organizations organizations;

    OrganizationNodes(Organizations organizations) {
        this.organizations = organizations;
    }

    static String id(Organization organization) {
        return new GlobalId(TYPE, organization.id().toString()).encode();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Organization> find(Viewer viewer, String id) {
        return id.equals(viewer.organization().toString())
                ? organizations.find(viewer.organization())
                : Optional.empty();
    }
}
