package dev.tollgate.feature;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declared features of an organization at a revision, ready for decisions.
 *
 * @param revision which; 0 before the first change
 */
record Snapshot(long revision, Map<String, CompiledFeature> features) {

    static Snapshot of(long revision, Collection<Feature> features) {
        Map<String, CompiledFeature> compiled =
                features.stream().collect(Collectors.toMap(Feature::name, CompiledFeature::of));
        return new Snapshot(revision, Map.copyOf(compiled));
    }

    @Nullable
    CompiledFeature find(String name) {
        return features.get(name);
    }
}
