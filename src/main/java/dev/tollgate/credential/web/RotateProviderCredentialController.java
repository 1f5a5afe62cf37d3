package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.ProviderCredentials;
import dev.tollgate.credential.SecretRotation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code rotateProviderCredential}. */
@Controller
class RotateProviderCredentialController {

    private final ProviderCredentials credentials;

    RotateProviderCredentialController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @MutationMapping
    CredentialPayload rotateProviderCredential(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return ProviderCredentialNodes.parse(input.id())
                .flatMap(id -> credentials.rotate(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.toRotation()))
                .map(CredentialPayload::new)
                .orElseThrow(ProviderCredentialNodes::missing);
    }

    /** The GraphQL input {@code RotateProviderCredentialInput}. */
    record Input(
            String id,
            String secret,
            @Nullable String baseUrl,
            Duration gracePeriod,
            @Nullable Integer expectedVersion,
            @Nullable String reason) {

        SecretRotation toRotation() {
            return new SecretRotation(secret, baseUrl, gracePeriod, Optional.ofNullable(expectedVersion));
        }

        @Override
        public String toString() {
            return "RotateProviderCredentialInput[" + id + "]";
        }
    }
}
