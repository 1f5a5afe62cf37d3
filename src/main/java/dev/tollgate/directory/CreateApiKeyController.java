package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.core.Scope;
import java.util.Set;
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
    Payload createApiKey(@Argument CreateApiKeyInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        input.scopes().forEach(viewer::require);
        IssuedApiKey issued = keys.create(
                viewer.organization(),
                authentication.cause(),
                input.name(),
                Set.copyOf(input.scopes()),
                input.expiresAt());
        return new Payload(issued.key(), issued.secret());
    }

    record Payload(ApiKey apiKey, String secret) {

        @Override
        public String toString() {
            return "Payload[" + apiKey + "]";
        }
    }
}
