package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.quota.QuotaOverride;
import dev.tollgate.quota.Quotas;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code overrideQuota}. */
@Controller
class OverrideQuotaController {

    private final Quotas quotas;

    OverrideQuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    @MutationMapping
    QuotaPayload overrideQuota(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return QuotaNodes.parse(input.id())
                .flatMap(id -> quotas.override(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.override()))
                .map(QuotaPayload::new)
                .orElseThrow(QuotaNodes::missing);
    }

    /** The GraphQL input {@code OverrideQuotaInput}. */
    record Input(
            String id,
            @Nullable LimitsInput limits,
            @Nullable Instant expiresAt,
            @Nullable String reason) {

        /** Null takes the override away. */
        @Nullable
        QuotaOverride override() {
            if (limits == null) {
                return null;
            }
            if (expiresAt == null) {
                throw ProblemException.badInput("expiresAt", "An override has an expiry.");
            }
            return new QuotaOverride(limits.toLimits(), expiresAt.truncatedTo(ChronoUnit.MICROS), reason);
        }
    }
}
