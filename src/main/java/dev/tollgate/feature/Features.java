package dev.tollgate.feature;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignals;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The features of all organizations. */
@Component
public class Features {

    private final FeatureStore store;
    private final Snapshots snapshots;
    private final FeatureChannel channel;
    private final ControlSignals signals;
    private final SeenFeatures seen;
    private final FeatureSettings settings;
    private final Clock clock;
    private final Decision unknown;

    Features(
            FeatureStore store,
            Snapshots snapshots,
            FeatureChannel channel,
            ControlSignals signals,
            SeenFeatures seen,
            FeatureSettings settings,
            Clock clock) {
        this.store = store;
        this.snapshots = snapshots;
        this.channel = channel;
        this.signals = signals;
        this.seen = seen;
        this.settings = settings;
        this.clock = clock;
        this.unknown = settings.decision();
    }

    /**
     * Whether a feature may be used. From memory: only the first question about an organization reads the database. A change on
     * another node counts here within a second, and as a rule within milliseconds.
     */
    public Decision decide(OrganizationId organization, String feature, FeatureContext context) {
        CompiledFeature known = snapshots.of(organization).find(feature);
        return known == null ? unknown : known.decide(context, clock);
    }

    /**
     * Changes a feature, or declares it; it counts on this node when this returns. Nothing is written when nothing is to change.
     *
     * @throws dev.tollgate.core.ProblemException CONFLICT when another version was expected, BAD_USER_INPUT naming the field
     */
    public Feature set(OrganizationId organization, Cause cause, FeatureChange change) {
        FeatureStore.Written written = store.change(organization, cause, change);
        announce(organization, written);
        return written.changed().isEmpty()
                ? store.find(organization, change.name()).orElseThrow()
                : written.changed().getLast();
    }

    /** The declared features, and those that only usage names; by name. */
    public List<Feature> list(OrganizationId organization) {
        List<Feature> declared = store.all(organization);
        Set<String> names = declared.stream().map(Feature::name).collect(Collectors.toSet());
        Stream<Feature> undeclared = seen.names(organization).stream()
                .filter(name -> !names.contains(name))
                .limit(SeenFeatures.MOST)
                .map(settings::undeclared);
        return Stream.of(declared.stream(), undeclared)
                .flatMap(features -> features)
                .sorted(Comparator.comparing(Feature::name))
                .toList();
    }

    /** The feature; empty when neither somebody has declared it nor usage names it. */
    public Optional<Feature> find(OrganizationId organization, String name) {
        return store.find(organization, name)
                .or(() -> Optional.of(name)
                        .filter(seen.names(organization)::contains)
                        .map(settings::undeclared));
    }

    /** Writes the scheduled changes that are due, unless another node has. */
    void runSchedule(OrganizationId organization) {
        announce(organization, store.runSchedule(organization));
    }

    /** Tells the other nodes first: this one reads what it has written meanwhile. */
    private void announce(OrganizationId organization, FeatureStore.Written written) {
        channel.tell(organization, written.revision());
        snapshots.refresh(organization, written.revision());
        Collection<Feature> changed = written.changed();
        changed.forEach(
                feature -> signals.send(organization, new ControlSignal.Feature(feature.name(), feature.version())));
    }
}
