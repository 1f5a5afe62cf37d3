package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.LatencySketch;
import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.rollup.UserSketch;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers of usage that is in memory already, by the same rules as those of slices. Safe from any thread. */
public final class MemorySlice implements UsageNumbers {

    private static final Shape BY_ATTRIBUTION_AND_USER = Shape.ATTRIBUTION.and(Shape.USER);

    private final SliceData data;

    /**
     * Usage of one attribution, or of one user in it. It is not changed any more.
     *
     * @param user the user, empty for none; empty too when users are not told apart
     * @param latency how long calls took; null when none told
     * @param users the distinct users; null when there were none
     */
    public record Part(
            AttributionId attribution,
            String user,
            UsageTotals totals,
            @Nullable LatencySketch latency,
            @Nullable UserSketch users) {

        private FactKey key() {
            return new FactKey(attribution, FactKey.ANY_TIME, user);
        }

        private Fact<UsageTotals> sum() {
            return new Fact<>(key(), totals);
        }

        private Fact<Sketches> sketches() {
            return new Fact<>(
                    key(),
                    new Sketches(
                            Objects.requireNonNullElseGet(latency, LatencySketch::new),
                            Objects.requireNonNullElseGet(users, UserSketch::new)));
        }
    }

    /**
     * The numbers of several parts together.
     *
     * @param dictionary what their attributions are
     * @param window when it was
     */
    public MemorySlice(List<Part> parts, Map<AttributionId, Attribution> dictionary, TimeWindow window) {
        Lazy<Facts<UsageTotals>> sums =
                new Lazy<>(() -> facts(parts.stream().map(Part::sum).toList()));
        Lazy<Facts<Sketches>> sketches =
                new Lazy<>(() -> facts(parts.stream().map(Part::sketches).toList()));
        FactGroup whole = new FactGroup(
                Shape.WHOLE,
                shape -> sums.get().covering(shape),
                shape -> sketches.get().covering(shape));
        Duration length = window.length();
        this.data = SliceData.of(
                new ResolvedRange(window, ZoneOffset.UTC, List.of()), whole, new Dictionary(dictionary), length, 0);
    }

    /** Parts are as fine as any shape, and no bucket is told apart. */
    private static <T> Facts<T> facts(List<Fact<T>> facts) {
        return new Facts<>(Map.of(Shape.ATTRIBUTION, facts, BY_ATTRIBUTION_AND_USER, facts));
    }

    @Override
    public UsageMetrics metrics() {
        return data.metrics();
    }

    /** By user, the parts must tell users apart. */
    @Override
    public List<UsageRow> rows(UsageDimension by, int most) {
        UsageBreakdown breakdown = new UsageBreakdown(data, data.whole(), BreakdownAsked.of(by, most), _ -> {
            throw new IllegalStateException("there are no trends in memory");
        });
        return UsageRow.of(breakdown);
    }
}
