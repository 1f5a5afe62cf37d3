package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.CredentialBudget;
import dev.tollgate.credential.CredentialDraft;
import dev.tollgate.credential.CredentialSource;
import dev.tollgate.credential.ProviderCredentials;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code addProviderCredential}. */
@Controller
class AddProviderCredentialController {

    private final ProviderCredentials credentials;

    AddProviderCredentialController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @MutationMapping
    CredentialPayload addProviderCredential(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return new CredentialPayload(credentials.add(
                viewer.organization(), authentication.cause().because(input.reason()), input.toDraft()));
    }

    /** The GraphQL input {@code AddProviderCredentialInput}. */
    record Input(
            String provider,
            String secret,
            @Nullable String baseUrl,
            CredentialSource source,
            @Nullable BigDecimal monthlyBudget,
            boolean autoDisable,
            @Nullable String reason) {

        CredentialDraft toDraft() {
            CredentialBudget budget = new CredentialBudget(CredentialBudget.amount(monthlyBudget), autoDisable);
            return new CredentialDraft(provider, secret, baseUrl, source, budget);
        }

        @Override
        public String toString() {
            return "AddProviderCredentialInput";
        }
    }
}
