package dev.tollgate.ingest.web;

import dev.tollgate.core.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of the same name. */
record UsageEventInput(
        @Nullable String id,
        @Nullable Instant occurredAt,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String requestType,
        @Nullable String serviceTier,
        @Nullable Long inputTokens,
        @Nullable Long cachedInputTokens,
        @Nullable Long cacheCreationTokens,
        @Nullable Long cacheCreation1hTokens,
        @Nullable Long outputTokens,
        @Nullable Long reasoningTokens,
        @Nullable Long audioInputTokens,
        @Nullable Long audioOutputTokens,
        @Nullable String tokenProvenance,
        @Nullable Quantities quantities,
        @Nullable Long latencyMs,
        @Nullable Long timeToFirstTokenMs,
        @Nullable String status,
        @Nullable String errorCode,
        @Nullable Long requestCount,
        @Nullable String feature,
        @Nullable String team,
        @Nullable String project,
        @Nullable String costCenter,
        @Nullable String environment,
        @Nullable String user,
        @Nullable String session,
        @Nullable String requestId,
        @Nullable String reservation,
        @Nullable List<TagInput> tags,
        @Nullable BigDecimal cost) {

    /** The GraphQL input of the same name. */
    record TagInput(String name, String value) {}

    /** A tag name that stands more than once. */
    Optional<String> repeatedTag() {
        Set<String> seen = new HashSet<>();
        return tags == null
                ? Optional.empty()
                : tags.stream()
                        .map(TagInput::name)
                        .filter(name -> !seen.add(name))
                        .findFirst();
    }

    Map<String, String> tagsByName() {
        Map<String, String> byName = new LinkedHashMap<>();
        if (tags != null) {
            tags.forEach(tag -> byName.put(tag.name(), tag.value()));
        }
        return byName;
    }
}
