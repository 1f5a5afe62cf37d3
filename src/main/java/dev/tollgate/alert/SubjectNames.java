package dev.tollgate.alert;

import dev.tollgate.analytics.DimensionKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What groups are called whose values people do not know: API keys. */
@Component
class SubjectNames {

    private final ApiKeys keys;

    SubjectNames(ApiKeys keys) {
        this.keys = keys;
    }

    /** The names by value; a value that speaks for itself is not there. */
    Map<String, String> of(Organization organization, AlertRule rule, List<DimensionKey> groups) {
        if (rule.groupBy() != UsageDimension.API_KEY) {
            return Map.of();
        }
        Set<ApiKeyId> ids = new HashSet<>();
        groups.forEach(group -> {
            String value = group.value();
            if (value != null) {
                ids.add(ApiKeyId.of(value));
            }
        });
        Map<String, String> names = new HashMap<>();
        keys.labels(organization.id(), ids).forEach((key, name) -> names.put(key.toString(), name));
        return names;
    }
}
