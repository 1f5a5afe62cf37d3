package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code revokeApiKey}. */
@Controller
class RevokeApiKeyController {

    private final ApiKeys keys;

    RevokeApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @MutationMapping
    Payload revokeApiKey(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return ApiKeyNodes.parse(input.id())
                .flatMap(key -> keys.revoke(viewer.organization(), authentication.cause(), key))
                .map(Payload::new)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such API key."));
    }

    record Input(String id) {}

    record Payload(ApiKey apiKey) {}
}
