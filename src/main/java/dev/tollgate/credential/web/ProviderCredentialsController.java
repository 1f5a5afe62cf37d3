package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.ProviderCredential;
import dev.tollgate.credential.ProviderCredentials;
import dev.tollgate.organization.Organization;
import java.util.List;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.providerCredentials}. */
@Controller
class ProviderCredentialsController {

    private final ProviderCredentials credentials;

    ProviderCredentialsController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @SchemaMapping
    List<ProviderCredential> providerCredentials(Organization organization, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        return credentials.list(organization.id());
    }
}
