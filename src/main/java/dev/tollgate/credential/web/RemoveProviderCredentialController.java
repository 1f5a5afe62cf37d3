package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.ProviderCredentials;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code removeProviderCredential}. */
@Controller
class RemoveProviderCredentialController {

    private final ProviderCredentials credentials;

    RemoveProviderCredentialController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @MutationMapping
    Payload removeProviderCredential(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return ProviderCredentialNodes.parse(input.id())
                .flatMap(id -> credentials.remove(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(removed -> new Payload(ProviderCredentialNodes.id(removed.id())))
                .orElseThrow(ProviderCredentialNodes::missing);
    }

    /** The GraphQL input {@code RemoveProviderCredentialInput}. */
    record Input(String id, @Nullable String reason) {}

    /** The GraphQL type {@code RemoveProviderCredentialPayload}. */
    record Payload(String removedProviderCredentialId) {}
}
