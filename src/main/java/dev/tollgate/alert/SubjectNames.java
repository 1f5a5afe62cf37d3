package dev.tollgate.alert;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What groups are called whose values people do not know: API keys. */
@Component
class SubjectNames {

    private final ApiKeys keys;

    SubjectNames(ApiKeys keys) {
        this.keys = keys;
    }

    /** The names by value; a value that speaks for itself is not there. */
    Map<String, String> of(Organization organization, AlertRule rule, Stream<@Nullable String> values) {
        if (rule.groupBy() != UsageDimension.API_KEY) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        keys.labels(
                        organization.id(),
                        values.filter(Objects::nonNull).map(ApiKeyId::of).collect(Collectors.toSet()))
                .forEach((key, name) -> names.put(key.toString(), name));
        return names;
    }
}
