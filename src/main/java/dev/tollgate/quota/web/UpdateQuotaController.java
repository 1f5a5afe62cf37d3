package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.quota.EnforcementMode;
import dev.tollgate.quota.QuotaChange;
import dev.tollgate.quota.Quotas;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code updateQuota}. */
@Controller
class UpdateQuotaController {

    private final Quotas quotas;

    UpdateQuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    @MutationMapping
    QuotaPayload updateQuota(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return QuotaNodes.parse(input.id())
                .flatMap(id -> quotas.update(
                        viewer.organization(), authentication.cause().because(input.reason()), id, input.toChange()))
                .map(QuotaPayload::new)
                .orElseThrow(QuotaNodes::missing);
    }

    /** The GraphQL input {@code UpdateQuotaInput}. */
    record Input(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable LimitsInput limits,
            @Nullable EnforcementMode mode,
            @Nullable Integer warningPercent,
            @Nullable Integer criticalPercent,
            @Nullable Boolean failOpen,
            @Nullable RateInput rate,
            @Nullable String reason) {

        QuotaChange toChange() {
            return new QuotaChange(
                    expectedVersion,
                    name,
                    limits == null ? null : limits.toLimits(),
                    mode,
                    warningPercent,
                    criticalPercent,
                    failOpen,
                    rate == null ? null : rate.toRate());
        }
    }
}
