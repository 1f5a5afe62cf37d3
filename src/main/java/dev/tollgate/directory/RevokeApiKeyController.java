package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code revokeApiKey}. */
@Controller
class RevokeApiKeyController {

    private final ApiKeys keys;
    private final KeyRights rights;

    RevokeApiKeyController(ApiKeys keys, KeyRights rights) {
        this.keys = keys;
        this.rights = rights;
    }

    @MutationMapping
    Payload revokeApiKey(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        ApiKey key = rights.changeable(viewer, input.id());
        return keys.revoke(viewer.organization(), authentication.cause().because(input.reason()), key.id())
                .map(Payload::new)
                .orElseThrow(KeyRights::notFound);
    }

    record Input(String id, @Nullable String reason) {}

    record Payload(ApiKey apiKey) {}
}
