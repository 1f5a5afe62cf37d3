package dev.tollgate.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.Provider;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class CatalogNodeTests {

    private final ModelNodes models;
    private final ProviderNodes providers;
    private final OrganizationId organization;

    @Autowired
    CatalogNodeTests(ModelNodes models, ProviderNodes providers, TestOrganizations organizations) {
        this.models = models;
        this.providers = providers;
        this.organization = organizations.create().id();
    }

    @Test
    void aGlobalIdFindsWhatItIsOf() {
        assertThat(models.find(viewer(Scope.USAGE_READ), "openrouter/anthropic/claude-sonnet-4.6"))
                .hasValueSatisfying(model -> assertThat(GlobalId.decode(ModelNodes.id(model)))
                        .contains(new GlobalId("Model", "openrouter/anthropic/claude-sonnet-4.6")));
        assertThat(providers.find(viewer(Scope.CONTROL_READ), "xai")).contains(new Provider("xai", "xAI"));
    }

    @Test
    void anythingElseFindsNothing() {
        assertThat(models.find(viewer(Scope.ADMIN), "openai")).isEmpty();
        assertThat(models.find(viewer(Scope.ADMIN), "/gpt-5.5")).isEmpty();
        assertThat(models.find(viewer(Scope.ADMIN), "openai/openai/gpt-5.5")).isEmpty();
        assertThat(providers.find(viewer(Scope.ADMIN), "acme")).isEmpty();
    }

    @Test
    void hidesItselfWithoutTheScope() {
        assertThat(models.find(viewer(Scope.USAGE_WRITE), "openai/gpt-5.5")).isEmpty();
        assertThat(providers.find(viewer(Scope.USAGE_WRITE), "openai")).isEmpty();
    }

    private Viewer viewer(Scope scope) {
        return new Viewer(organization, Set.of(scope), new Viewer.Key(new ApiKeyId(UUID.randomUUID())));
    }
}
