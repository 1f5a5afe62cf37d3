package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code rotateApiKey}. */
@Controller
class RotateApiKeyController {

    private final ApiKeys keys;
    private final KeyRights rights;
    private final KeyLimits limits;

    RotateApiKeyController(ApiKeys keys, KeyRights rights, KeyLimits limits) {
        this.keys = keys;
        this.rights = rights;
        this.limits = limits;
    }

    /** The new secret may do all that the key may: who gets it must be allowed as much. */
    @MutationMapping
    IssuedKeyPayload rotateApiKey(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        ApiKey key = rights.changeable(viewer, input.id());
        key.scopes().forEach(viewer::require);
        limits.requireWithin(viewer, key);
        return keys.rotate(
                        viewer.organization(),
                        authentication.cause().because(input.reason()),
                        key.id(),
                        input.gracePeriod(),
                        input.clientMutationId())
                .map(issuance -> IssuedKeyPayload.of(issuance, input.clientMutationId()))
                .orElseThrow(KeyRights::notFound);
    }

    record Input(
            String id,
            Duration gracePeriod,
            @Nullable String clientMutationId,
            @Nullable String reason) {}
}
