package dev.tollgate.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of sampled calls: JSON, since they are few and have many fields that are mostly null. */
@Component
class SampleCodec {

    private static final TypeReference<List<SampledCall>> CALLS = new TypeReference<>() {};

    private final JsonMapper json;

    SampleCodec(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Null stands for none. */
    byte @Nullable [] encode(List<SampledCall> samples) {
        return samples.isEmpty() ? null : json.writeValueAsBytes(samples);
    }

    List<SampledCall> decode(byte @Nullable [] stored) {
        return stored == null || stored.length == 0 ? List.of() : json.readValue(stored, CALLS);
    }
}
