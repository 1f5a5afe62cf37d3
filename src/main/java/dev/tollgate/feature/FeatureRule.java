package dev.tollgate.feature;

import dev.tollgate.core.ProblemException;
import java.util.List;

/**
 * Who may use a feature, of those whom the rule is about: they fit every list that is not empty.
 *
 * @param environment the environments; empty: all
 * @param team the teams; empty: all
 * @param user the users; empty: all
 */
public record FeatureRule(List<String> environment, List<String> team, List<String> user, Availability availability) {

    private static final int MOST_VALUES = 1_000;

    /** Rejects a rule that is about everybody, and names that are none. */
    public FeatureRule {
        environment = checked("environment", environment);
        team = checked("team", team);
        user = checked("user", user);
        if (environment.isEmpty() && team.isEmpty() && user.isEmpty()) {
            throw ProblemException.badInput("environment", "A rule names an environment, a team or a user.");
        }
    }

    private static List<String> checked(String field, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw ProblemException.badInput(field, "A rule names at most " + MOST_VALUES + ".");
        }
        return values.stream()
                .map(value -> FeatureText.checked(field, value, FeatureText.LONGEST_NAME))
                .distinct()
                .toList();
    }

    /** Whether it may be used. */
    public FeatureState state() {
        return availability.state();
    }
}
