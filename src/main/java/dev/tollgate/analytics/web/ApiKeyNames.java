package dev.tollgate.analytics.web;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;

/** Looks up the names of all API keys that an answer shows at once. A key that is not there is shown by its id. */
@Configuration(proxyBeanMethods = false)
class ApiKeyNames {

    private static final String LOADER = "apiKeyNames";

    private final ApiKeys keys;

    ApiKeyNames(ApiKeys keys, BatchLoaderRegistry loaders) {
        this.keys = keys;
        loaders.<ApiKeyName, String>forName(LOADER)
                .registerMappedBatchLoader((asked, _) -> Mono.fromSupplier(() -> names(asked)));
    }

    static DataLoader<ApiKeyName, String> loader(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(LOADER));
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
