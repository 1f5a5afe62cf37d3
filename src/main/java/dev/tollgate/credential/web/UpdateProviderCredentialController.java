package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.CredentialBudget;
import dev.tollgate.credential.CredentialChange;
import dev.tollgate.credential.CredentialSource;
import dev.tollgate.credential.CredentialStatus;
import dev.tollgate.credential.ProviderCredentials;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code updateProviderCredential}. */
@Controller
class UpdateProviderCredentialController {

    private final ProviderCredentials credentials;

    UpdateProviderCredentialController(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    @MutationMapping
    CredentialPayload updateProviderCredential(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return ProviderCredentialNodes.parse(input.id())
                .flatMap(id -> credentials.update(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.toChange()))
                .map(CredentialPayload::new)
                .orElseThrow(ProviderCredentialNodes::missing);
    }

    /** The GraphQL input {@code UpdateProviderCredentialInput}. What is left out stays; a budget that is null is taken away. */
    record Input(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable CredentialSource source,
            ArgumentValue<BigDecimal> monthlyBudget,
            @Nullable Boolean autoDisable,
            @Nullable CredentialStatus status,
            @Nullable String reason) {

        CredentialChange toChange() {
            return new CredentialChange(
                    Optional.ofNullable(expectedVersion),
                    source,
                    monthlyBudget.isOmitted()
                            ? null
                            : new CredentialChange.Monthly(CredentialBudget.amount(monthlyBudget.value())),
                    autoDisable,
                    status);
        }
    }
}
