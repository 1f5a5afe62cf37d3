package dev.tollgate.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tollgate.core.OrganizationId;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Picks the calls that live feeds show: all of them up to a rate an organization, then evenly spread ones. */
@Component
class Sampling {

    private static final int CALLS_PER_SECOND = 100;

    private final LoadingCache<OrganizationId, Bucket> budgets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build(organization -> budget());

    private static Bucket budget() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(CALLS_PER_SECOND).refillGreedy(CALLS_PER_SECOND, Duration.ofSeconds(1)))
                .build();
    }

    List<SampledCall> of(OrganizationId organization, List<LedgerRow> added) {
        int shown = (int) budgets.get(organization).tryConsumeAsMuchAsPossible(added.size());
        double factor = (double) added.size() / Math.max(shown, 1);
        return IntStream.range(0, shown)
                .mapToObj(i -> SampledCall.of(added.get((int) ((long) i * added.size() / shown)), factor))
                .toList();
    }
}
