package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.ProviderCredentials;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code validateProviderCredential}. */
@Controller
class ValidateProviderCredentialController {

    private final ProviderCredentials credentials;

    ValidateProviderCredentialController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @MutationMapping
    CredentialPayload validateProviderCredential(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return ProviderCredentialNodes.parse(input.id())
                .flatMap(id -> credentials.validate(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(CredentialPayload::new)
                .orElseThrow(ProviderCredentialNodes::missing);
    }

    /** The GraphQL input {@code ValidateProviderCredentialInput}. */
    record Input(String id, @Nullable String reason) {}
}
