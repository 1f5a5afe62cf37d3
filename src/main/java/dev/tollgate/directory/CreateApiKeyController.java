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
    private final KeyLimits limits;

    CreateApiKeyController(ApiKeys keys, KeyLimits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * A key may do what its creator may do, or less: otherwise a key that writes settings could make itself an owner, or one that
     * works nowhere else or no longer tomorrow another that does.
     */
    @MutationMapping
    IssuedKeyPayload createApiKey(@Argument CreateApiKeyInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        if (!(viewer.identity() instanceof Viewer.Person)) {
            viewer.require(Scope.CONTROL_WRITE);
        }
        input.scopes().forEach(viewer::require);
        Issuance issuance = keys.create(
                viewer.organization(),
                authentication.cause().because(input.reason()),
                limits.within(viewer, input.draft()),
                input.clientMutationId());
        return IssuedKeyPayload.of(issuance, input.clientMutationId());
    }
}
