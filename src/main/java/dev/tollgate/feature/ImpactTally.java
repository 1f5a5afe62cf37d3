package dev.tollgate.feature;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds usage up, all of it and the part that is refused. */
final class ImpactTally {

    private final Sum total = new Sum();
    private final Sum affected = new Sum();

    void add(FeaturePreviews.Used used, boolean refused) {
        total.add(used);
        if (refused) {
            affected.add(used);
        }
    }

    FeatureImpact total() {
        return total.impact();
    }

    FeatureImpact affected() {
        return affected.impact();
    }

    FeatureImpactRow row(@Nullable String value) {
        return new FeatureImpactRow(value, total(), affected());
    }

    private static final class Sum {

        private final Set<String> users = new HashSet<>();
        private long requests;
        private BigDecimal cost = BigDecimal.ZERO;

        private void add(FeaturePreviews.Used used) {
            requests += used.requests();
            cost = cost.add(used.cost());
            String user = used.context().user();
            if (user != null) {
                users.add(user);
            }
        }

        private FeatureImpact impact() {
            return new FeatureImpact(requests, users.size(), cost);
        }
    }
}
