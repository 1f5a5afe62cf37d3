package dev.tollgate.quota.web;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaHistory;
import dev.tollgate.quota.QuotaId;
import dev.tollgate.quota.QuotaPeriod;
import dev.tollgate.quota.QuotaRate;
import dev.tollgate.quota.QuotaScope;
import dev.tollgate.quota.QuotaUtilizations;
import dev.tollgate.quota.web.QuotaKeyNames.QuotaKey;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Maps quotas. */
@Controller
class QuotaController {

    static final int MOST_PERIODS = 36;

    private final QuotaUtilizations utilizations;

    QuotaController(QuotaUtilizations utilizations, BatchLoaderRegistry loaders) {
        this.utilizations = utilizations;
        loaders.<Quota, ControlSignal.QuotaUtilization>forName("quotaUtilization")
                .registerMappedBatchLoader((quotas, _) -> Mono.fromCallable(() -> utilizations.now(List.copyOf(quotas)))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    /** The GraphQL type {@code QuotaScope}; with the key whose name is looked up when it is asked for. */
    record QuotaScopeView(
            QuotaScope.Type type,
            @Nullable String value,
            @Nullable QuotaKey key) {}

    @SchemaMapping
    String id(Quota quota) {
        return QuotaNodes.id(quota.id());
    }

    @SchemaMapping
    QuotaScopeView scope(Quota quota) {
        String value = quota.scope().value();
        return new QuotaScopeView(
                quota.scope().type(),
                switch (quota.scope().type()) {
                    case ORGANIZATION -> null;
                    case API_KEY -> new GlobalId("ApiKey", value).encode();
                    default -> value;
                },
                quota.scope().type() == QuotaScope.Type.API_KEY
                        ? new QuotaKey(quota.organization(), new ApiKeyId(UUID.fromString(value)))
                        : null);
    }

    @SchemaMapping(typeName = "QuotaScope", field = "keyName")
    @Nullable
    CompletableFuture<String> keyName(QuotaScopeView scope, DataLoader<QuotaKey, String> quotaKeyName) {
        return scope.key() == null ? null : quotaKeyName.load(scope.key());
    }

    @SchemaMapping
    LimitsView limits(Quota quota) {
        return LimitsView.of(quota.limits());
    }

    @SchemaMapping
    @Nullable
    OverrideView override(Quota quota) {
        return OverrideView.of(quota.override());
    }

    @SchemaMapping
    @Nullable
    QuotaRate rate(Quota quota) {
        return quota.rate().isNone() ? null : quota.rate();
    }

    @SchemaMapping
    QuotaPeriod period(Quota quota) {
        return quota.rule().period();
    }

    @SchemaMapping
    int resetDay(Quota quota) {
        return quota.rule().resetDay();
    }

    @SchemaMapping
    int resetHour(Quota quota) {
        return quota.rule().resetHour();
    }

    @SchemaMapping
    CompletableFuture<ControlSignal.QuotaUtilization> utilization(
            Quota quota, DataLoader<Quota, ControlSignal.QuotaUtilization> quotaUtilization) {
        return quotaUtilization.load(quota);
    }

    @SchemaMapping
    List<QuotaHistory> history(Quota quota, @Argument int first) {
        if (first < 1 || first > MOST_PERIODS) {
            throw ProblemException.badInput("first", "first must be from 1 to " + MOST_PERIODS + ".");
        }
        return utilizations.history(quota, first);
    }

    @SchemaMapping(typeName = "QuotaUtilization", field = "quotaId")
    String quotaId(ControlSignal.QuotaUtilization utilization) {
        return QuotaNodes.id(new QuotaId(utilization.quotaId()));
    }
}
