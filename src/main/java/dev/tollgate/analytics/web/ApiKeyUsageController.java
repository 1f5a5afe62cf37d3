package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.analytics.ApiKeyUsage;
import dev.tollgate.analytics.ApiKeyUsages;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** {@code ApiKey.usage}, of all keys of an answer at once. */
@Controller
class ApiKeyUsageController {

    private final ApiKeyUsages usages;

    ApiKeyUsageController(ApiKeyUsages usages) {
        this.usages = usages;
    }

    @BatchMapping(typeName = "ApiKey", field = "usage")
    Map<ApiKey, ApiKeyUsage> usage(List<ApiKey> keys, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        if (!keys.stream().allMatch(key -> viewer.is(key.owner()))) {
            viewer.require(Scope.USAGE_READ);
        }
        Map<ApiKeyId, ApiKeyUsage> found = usages.of(
                viewer.organization(), keys.stream().map(ApiKey::id).distinct().toList());
        return keys.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), key -> found.getOrDefault(key.id(), ApiKeyUsage.NONE)));
    }
}
