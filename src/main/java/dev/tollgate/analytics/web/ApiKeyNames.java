package dev.tollgate.analytics.web;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;

/** Looks up the names of all API keys that an answer shows at once. A key that is not there is shown by its id. */
@Configuration(proxyBeanMethods = false)
class ApiKeyNames {

    private final ApiKeys keys;

    ApiKeyNames(ApiKeys keys, BatchLoaderRegistry loaders) {
        this.keys = keys;
        loaders.forTypePair(ApiKeyName.class, String.class)
                .registerMappedBatchLoader((asked, _) -> Mono.fromSupplier(() -> names(asked)));
    }

    private Map<ApiKeyName, String> names(Set<ApiKeyName> asked) {
        Map<OrganizationId, Map<ApiKeyId, String>> found = asked.stream()
                .collect(Collectors.groupingBy(
                        ApiKeyName::organization, Collectors.mapping(ApiKeyName::key, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> keys.labels(entry.getKey(), entry.getValue())));
        return asked.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> found.getOrDefault(name.organization(), Map.of())
                                .getOrDefault(name.key(), name.key().toString())));
    }
}
