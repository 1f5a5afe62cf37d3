package dev.tollgate.quota.web;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks up at once the names of all API keys that the quotas of an answer hold for. */
@Configuration(proxyBeanMethods = false)
class QuotaKeyNames {

    /** An API key that a quota holds for. */
    record QuotaKey(OrganizationId organization, ApiKeyId key) {}

    private final ApiKeys keys;

    QuotaKeyNames(ApiKeys keys, BatchLoaderRegistry loaders) {
        this.keys = keys;
        loaders.<QuotaKey, String>forName("quotaKeyName")
                .registerMappedBatchLoader(
                        (asked, _) -> Mono.fromCallable(() -> names(asked)).subscribeOn(Schedulers.boundedElastic()));
    }

    private Map<QuotaKey, String> names(Set<QuotaKey> asked) {
        Map<QuotaKey, String> names = new HashMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        QuotaKey::organization, Collectors.mapping(QuotaKey::key, Collectors.toSet())))
                .forEach((organization, ids) -> keys.labels(organization, ids)
                        .forEach((id, name) -> names.put(new QuotaKey(organization, id), name)));
        return names;
    }
}
