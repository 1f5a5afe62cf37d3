package dev.tollgate.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usage of one user.
 *
 * @param user the user as named in the events; null: calls with no user
 * @param row the numbers
 */
public record UserUsage(@Nullable String user, UsageBreakdownRow row) {

    static List<UserUsage> top(UsageBreakdown byUser) {
        return byUser.rows().nodes().stream()
                .map(row -> new UserUsage(row.keys().getFirst().value(), row))
                .toList();
    }

    /** The numbers. */
    public UsageMetrics metrics() {
        return row.metrics();
    }

    /** The user's part of the whole slice in percent, of the metric ordered by where that adds up, else of calls. */
    public double share() {
        return row.share();
    }
}
