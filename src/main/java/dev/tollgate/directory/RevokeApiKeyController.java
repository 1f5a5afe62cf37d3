package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code revokeApiKey}. */
@Controller
class RevokeApiKeyController {

    private final ApiKeys keys;

    RevokeApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @MutationMapping
    Payload revokeApiKey(@Argument Input input, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_WRITE);
        return ApiKeyNodes.parse(input.id())
                .flatMap(key -> keys.revoke(viewer.organization(), key))
                .map(Payload::new)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such API key."));
    }

    record Input(String id) {}

    record Payload(ApiKey apiKey) {}
}
