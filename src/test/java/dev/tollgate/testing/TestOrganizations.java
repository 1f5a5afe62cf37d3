package dev.tollgate.testing;

import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Makes organizations that no other test knows. */
@TestComponent
public class TestOrganizations {

    private final Organizations organizations;

    TestOrganizations(Organizations organizations) {
        this.organizations = organizations;
    }

    /** A new organization on UTC. */
    public Organization create() {
        return create(ZoneOffset.UTC);
    }

    /** A new organization in a zone. */
    public Organization create(ZoneId zone) {
        return organizations.create("test-" + UUID.randomUUID(), "Test", zone);
    }
}
