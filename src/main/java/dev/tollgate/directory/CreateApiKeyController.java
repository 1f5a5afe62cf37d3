package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.Issuance;
import dev.tollgate.core.Scope;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code createApiKey}. */
@Controller
class CreateApiKeyController {

    private final ApiKeys keys;

    CreateApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    /** A key may do what its creator may do, or less: otherwise a key that writes settings could make itself an owner. */
    @MutationMapping
    IssuedKeyPayload createApiKey(@Argument CreateApiKeyInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        if (!(viewer.identity() instanceof Viewer.Person)) {
            viewer.require(Scope.CONTROL_WRITE);
        }
        input.scopes().forEach(viewer::require);
        Issuance issuance =
                keys.create(viewer.organization(), authentication.cause(), input.draft(), input.clientMutationId());
        return IssuedKeyPayload.of(issuance, input.clientMutationId());
    }
}
