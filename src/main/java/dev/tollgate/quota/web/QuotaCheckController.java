package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import dev.tollgate.quota.Admission;
import dev.tollgate.quota.CallAmounts;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaContext;
import dev.tollgate.quota.QuotaGate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code quotaCheck}. */
@Controller
class QuotaCheckController {

    private static final int MOST_QUOTAS = 100;

    private final QuotaGate gate;
    private final ApiKeys keys;

    QuotaCheckController(QuotaGate gate, ApiKeys keys) {
        this.gate = gate;
        this.keys = keys;
    }

    @QueryMapping
    QuotaCheck quotaCheck(@Argument ContextInput context, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        QuotaContext call = attributed(viewer.organization(), context.toContext());
        List<Quota> quotas = gate.matching(viewer.organization(), call).stream()
                .limit(MOST_QUOTAS)
                .toList();
        return switch (gate.check(viewer.organization(), call, context.estimate())) {
            case Admission.Granted _ -> new QuotaCheck(true, null, null, null, null, null, null, quotas);
            case Admission.Refused refused ->
                new QuotaCheck(
                        false,
                        refused.quota(),
                        refused.reason(),
                        refused.metric(),
                        refused.limit(),
                        refused.used(),
                        RetryAfter.seconds(refused.retryAfter()),
                        quotas);
            case Admission.Unknown(var quota) ->
                new QuotaCheck(false, quota, null, null, null, null, RetryAfter.SOON, quotas);
        };
    }

    /** As the call's event will be, recorded with the key it names; a key that is not the organization's attributes nothing. */
    private QuotaContext attributed(OrganizationId organization, QuotaContext call) {
        return Optional.ofNullable(call.apiKey())
                .flatMap(key -> keys.find(organization, new ApiKeyId(UUID.fromString(key))))
                .map(key -> call.orElse(key.attribution()))
                .orElse(call);
    }

    /** The GraphQL type of the same name. */
    record QuotaCheck(
            boolean allowed,
            @Nullable Quota refusedBy,
            Admission.@Nullable Reason reason,
            @Nullable QuotaMetric metric,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal used,
            @Nullable Long retryAfterSeconds,
            List<Quota> quotas) {}

    /** The GraphQL input {@code QuotaContextInput}. */
    record ContextInput(
            @Nullable String team,
            @Nullable String project,
            @Nullable String user,
            @Nullable String apiKey,
            @Nullable String feature,
            @Nullable String model,
            @Nullable String provider,
            @Nullable Long estimatedInputTokens,
            @Nullable Long estimatedOutputTokens,
            @Nullable BigDecimal estimatedCost) {

        QuotaContext toContext() {
            String key = apiKey == null ? null : ScopeInput.keyId(apiKey);
            return new QuotaContext(team, project, user, key, feature, model, provider);
        }

        CallAmounts estimate() {
            Money cost = estimatedCost == null ? null : Dollars.of("estimatedCost", estimatedCost);
            return CallAmounts.estimated(estimatedInputTokens, estimatedOutputTokens, cost);
        }
    }
}
