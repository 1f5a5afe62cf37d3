package dev.tollgate.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of the demo's product.
 *
 * @param name its name
 * @param team whose it is
 * @param project what it belongs to
 * @param weight how often it calls, against the others
 * @param serviceTier the tier it asks for; null is the default one; {@code batch} runs at night
 * @param choices the models it uses
 */
record DemoFeature(
        String name,
        DemoTeam team,
        String project,
        double weight,
        @Nullable String serviceTier,
        List<Choice> choices) {

    /** The tier of work that can wait. */
    static final String BATCH = "batch";

    private static final int NIGHT_ENDS = 5;

    /**
     * A model a feature uses.
     *
     * @param model the model
     * @param first its weight at the beginning of the 30 days
     * @param last its weight at their end; it changes evenly
     */
    record Choice(DemoModel model, double first, double last) {

        /** Its weight after a share of the 30 days, from 0 to 1; negative weights are none. */
        double weight(double share) {
            return Math.max(0, first + share * (last - first));
        }
    }

    /** How often it calls at an hour of the UTC day. */
    double weightAt(int hour) {
        if (!BATCH.equals(serviceTier)) {
            return weight;
        }
        return hour < NIGHT_ENDS ? weight * 20 : 0;
    }

    /** Whether its answers are waited for, so that latency means something. */
    boolean interactive() {
        return !BATCH.equals(serviceTier);
    }
}
