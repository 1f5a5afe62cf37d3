package dev.tollgate.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.testing.TollgateTest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

@TollgateTest
class OrganizationsTests {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final String slug = "org-" + UUID.randomUUID();
    private final Organizations organizations;

    @Autowired
    OrganizationsTests(Organizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void areFoundByIdAndBySlug() {
        Organization created = organizations.create(slug, "Ours", KATHMANDU);

        assertThat(organizations.find(created.id())).contains(created);
        assertThat(organizations.get(created.id())).isEqualTo(new Organization(created.id(), slug, "Ours", KATHMANDU));
        assertThat(organizations.findBySlug(slug)).contains(created);
    }

    @Test
    void areNotMadeUp() {
        OrganizationId unknown = new OrganizationId(UUID.randomUUID());

        assertThat(organizations.find(unknown)).isEmpty();
        assertThat(organizations.findBySlug("no-" + slug)).isEmpty();
        assertThatThrownBy(() -> organizations.get(unknown)).hasMessage("no organization " + unknown);
    }

    @Test
    void haveSlugsOfTheirOwn() {
        organizations.create(slug, "One", ZoneOffset.UTC);

        assertThatThrownBy(() -> organizations.create(slug, "Two", ZoneOffset.UTC))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void areListedOnceEach() {
        Organization created = organizations.create(slug, "Ours", ZoneOffset.UTC);

        assertThat(organizations.all())
                .contains(created)
                .extracting(Organization::slug)
                .doesNotHaveDuplicates();
    }
}
