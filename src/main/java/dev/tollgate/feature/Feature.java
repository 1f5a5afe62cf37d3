package dev.tollgate.feature;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named use of AI that can be switched.
 *
 * @param name the name, as in usage events
 * @param availability who may use it, unless a rule says otherwise
 * @param pausedPercent the part of the users that might until it was switched off; null unless OFF, and when all might
 * @param message what users are told when it is off; null: nothing
 * @param rules the first that matches decides, before {@code availability}
 * @param schedule what {@code availability} becomes, earliest first
 * @param version grows by one with each change; 0 while it is not declared
 * @param updatedAt when it was changed; null while it is not declared
 */
public record Feature(
        String name,
        Availability availability,
        @Nullable Integer pausedPercent,
        @Nullable String message,
        List<FeatureRule> rules,
        List<ScheduledChange> schedule,
        int version,
        @Nullable Instant updatedAt) {

    private static final int MOST_RULES = 100;
    private static final int MOST_CHANGES = 50;

    /** A feature that usage may name, but nobody has declared. */
    static Feature undeclared(String name, Availability availability) {
        return new Feature(name, availability, null, null, List.of(), List.of(), 0, null);
    }

    /** Whether it may be used. */
    public FeatureState state() {
        return availability.state();
    }

    /** Whether somebody has declared it; otherwise only usage names it. */
    public boolean declared() {
        return version > 0;
    }

    /** The scheduled changes that are due, earliest first. */
    List<ScheduledChange> due(Instant now) {
        return schedule.stream().filter(change -> !change.at().isAfter(now)).toList();
    }

    /** The feature at a time: with each scheduled change that is due by then, as a version of its own. */
    public Feature at(Instant now) {
        Feature reached = this;
        for (ScheduledChange change : due(now)) {
            reached = reached.reach(change);
        }
        return reached;
    }

    /** The feature after its first scheduled change. */
    Feature reach(ScheduledChange change) {
        List<ScheduledChange> left = schedule.subList(1, schedule.size());
        Availability next = change.availability();
        return new Feature(name, next, pausedBy(next), message, rules, left, version + 1, change.at());
    }

    /**
     * The feature after a change; itself when nothing is to change.
     *
     * @throws ProblemException CONFLICT when another version was expected, BAD_USER_INPUT when it cannot be so
     */
    Feature change(FeatureChange change, Instant now) {
        if (change.expectedVersion() != null && change.expectedVersion() != version) {
            throw ProblemException.of(ErrorCode.CONFLICT, "The feature has version " + version + " by now.");
        }
        Availability next = availability(change);
        Feature changed = new Feature(
                name,
                next,
                pausedBy(next),
                change.message().isEmpty()
                        ? message
                        : emptyToNull(change.message().get()),
                change.rules().map(Feature::checkedRules).orElse(rules),
                change.schedule().map(given -> checkedSchedule(given, now)).orElse(schedule),
                version + 1,
                now);
        return declared() && changed.isLike(this) ? this : changed;
    }

    private Availability availability(FeatureChange change) {
        boolean keepsPart = change.state() == FeatureState.PARTIAL && change.rolloutPercent() == null;
        return new Availability(change.state(), keepsPart ? part() : change.rolloutPercent());
    }

    private @Nullable Integer pausedBy(Availability next) {
        return next.state() == FeatureState.OFF ? part() : null;
    }

    /** The part of the users that may use it, or might until it was switched off; null: all or nobody. */
    private @Nullable Integer part() {
        return state() == FeatureState.OFF ? pausedPercent : availability.rolloutPercent();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private boolean isLike(Feature other) {
        return equals(new Feature(
                other.name,
                other.availability,
                other.pausedPercent,
                other.message,
                other.rules,
                other.schedule,
                version,
                updatedAt));
    }

    private static List<FeatureRule> checkedRules(List<FeatureRule> rules) {
        if (rules.size() > MOST_RULES) {
            throw ProblemException.badInput("rules", "A feature has at most " + MOST_RULES + " rules.");
        }
        return List.copyOf(rules);
    }

    private static List<ScheduledChange> checkedSchedule(List<ScheduledChange> schedule, Instant now) {
        if (schedule.size() > MOST_CHANGES) {
            throw ProblemException.badInput("schedule", "A feature has at most " + MOST_CHANGES + " changes to come.");
        }
        Set<Instant> times = new HashSet<>();
        for (int i = 0; i < schedule.size(); i++) {
            Instant at = schedule.get(i).at();
            if (!at.isAfter(now) || !times.add(at)) {
                String wrong = at.isAfter(now) ? "Another change is at this time." : "The time is in the future.";
                throw ProblemException.badInput("schedule[" + i + "].at", wrong);
            }
        }
        return schedule.stream()
                .sorted(Comparator.comparing(ScheduledChange::at))
                .toList();
    }
}
