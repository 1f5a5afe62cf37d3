package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.quota.EnforcementMode;
import dev.tollgate.quota.PeriodRule;
import dev.tollgate.quota.QuotaDraft;
import dev.tollgate.quota.QuotaPeriod;
import dev.tollgate.quota.QuotaRate;
import dev.tollgate.quota.Quotas;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code createQuota}. */
@Controller
class CreateQuotaController {

    private final Quotas quotas;

    CreateQuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    @MutationMapping
    QuotaPayload createQuota(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return new QuotaPayload(
                quotas.create(viewer.organization(), authentication.cause().because(input.reason()), input.toDraft()));
    }

    /** The GraphQL input {@code CreateQuotaInput}; a null that was sent is the default. */
    record Input(
            String name,
            ScopeInput scope,
            LimitsInput limits,
            QuotaPeriod period,
            @Nullable Integer resetDay,
            @Nullable Integer resetHour,
            @Nullable EnforcementMode mode,
            @Nullable Integer warningPercent,
            @Nullable Integer criticalPercent,
            @Nullable Boolean failOpen,
            @Nullable RateInput rate,
            @Nullable String reason) {

        QuotaDraft toDraft() {
            return new QuotaDraft(
                    name,
                    scope.toScope(),
                    limits.toLimits(),
                    new PeriodRule(
                            period, Objects.requireNonNullElse(resetDay, 1), Objects.requireNonNullElse(resetHour, 0)),
                    Objects.requireNonNullElse(mode, EnforcementMode.ALERT),
                    Objects.requireNonNullElse(warningPercent, 80),
                    Objects.requireNonNullElse(criticalPercent, 95),
                    Objects.requireNonNullElse(failOpen, false),
                    rate == null ? QuotaRate.NONE : rate.toRate());
        }
    }
}
