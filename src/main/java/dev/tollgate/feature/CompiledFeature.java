package dev.tollgate.feature;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A feature made ready for decisions: quick, and without making anything but a hash. */
final class CompiledFeature {

    private final RolloutPlaces places;
    private final CompiledRule[] rules;
    private final long[] changesAt;
    /** One more than changes: before the first, after the first, and so on. */
    private final Verdict[] verdicts;

    private record CompiledRule(Set<String> environments, Set<String> teams, Set<String> users, Verdict verdict) {

        private boolean matches(FeatureContext context) {
            return matches(users, context.user())
                    && matches(teams, context.team())
                    && matches(environments, context.environment());
        }

        private static boolean matches(Set<String> named, @Nullable String value) {
            return named.isEmpty() || (value != null && named.contains(value));
        }
    }

    private CompiledFeature(Feature feature) {
        this.places = new RolloutPlaces(feature.name());
        this.rules = feature.rules().stream()
                .map(rule -> compiled(rule, feature.message()))
                .toArray(CompiledRule[]::new);
        this.changesAt = feature.schedule().stream()
                .mapToLong(change -> change.at().toEpochMilli())
                .toArray();
        List<Availability> later =
                feature.schedule().stream().map(ScheduledChange::availability).toList();
        this.verdicts = Stream.of(List.of(feature.availability()), later)
                .flatMap(Collection::stream)
                .map(availability -> Verdict.of(availability, DecisionReason.STATE, feature.message()))
                .toArray(Verdict[]::new);
    }

    static CompiledFeature of(Feature feature) {
        return new CompiledFeature(feature);
    }

    private static CompiledRule compiled(FeatureRule rule, @Nullable String message) {
        return new CompiledRule(
                Set.copyOf(rule.environment()),
                Set.copyOf(rule.team()),
                Set.copyOf(rule.user()),
                Verdict.of(rule.availability(), DecisionReason.RULE, message));
    }

    Decision decide(FeatureContext context, Clock clock) {
        for (CompiledRule rule : rules) {
            if (rule.matches(context)) {
                return rule.verdict().on(places, context);
            }
        }
        return verdict(clock).on(places, context);
    }

    /** Scheduled changes count from their time on, whether or not they are written by then. */
    private Verdict verdict(Clock clock) {
        int passed = 0;
        if (changesAt.length > 0) {
            long now = clock.millis();
            while (passed < changesAt.length && changesAt[passed] <= now) {
                passed++;
            }
        }
        return verdicts[passed];
    }
}
