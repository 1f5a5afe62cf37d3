package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTests {

    private final Feed feed = new Feed(new OrganizationId(new UUID(0, 1)), 10, () -> 100, 0);
    private final List<Long> seen = new ArrayList<>();

    @Test
    void beginsAfterWhatIsThere() {
        assertThat(listen()).isEqualTo(10);

        offer(9, 10, 11);

        assertThat(seen).containsExactly(11L);
    }

    @Test
    void waitsForWhatIsMissing() {
        listen();

        offer(12, 13);
        assertThat(seen).isEmpty();
        assertThat(feed.misses(5, 10)).isFalse();
        assertThat(feed.misses(10, 10)).isTrue();

        offer(11);
        assertThat(seen).containsExactly(11L, 12L, 13L);
        assertThat(feed.misses(100, 10)).isFalse();
    }

    @Test
    void goesOnBehindWhatTheLogHoldsNoMore() {
        listen();
        offer(12, 17);

        feed.offerFromLog(List.of(batch(15), batch(16)), 0);

        assertThat(seen).containsExactly(15L, 16L, 17L);
        assertThat(feed.recent().between(14, 17)).isPresent();
        assertThat(feed.recent().between(12, 17)).isEmpty();
        assertThat(feed.misses(100, 10)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsEachCommitOnceInOrderHoweverTheyComeIn(long seed) {
        listen();
        List<Long> coming =
                new ArrayList<>(LongStream.rangeClosed(11, 60).boxed().toList());
        coming.addAll(LongStream.rangeClosed(20, 50).boxed().toList());
        Collections.shuffle(coming, new Random(seed));

        coming.forEach(sequence -> offer(sequence));

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(11, 60).boxed().toList());
        assertThat(feed.applied()).isEqualTo(60);
    }

    @Test
    void remembersTheLastCommitsWithoutGaps() {
        LongStream.rangeClosed(11, 15).forEach(this::offer);

        assertThat(feed.recent().between(12, 14))
                .hasValueSatisfying(batches ->
                        assertThat(batches).extracting(UsageBatch::sequence).containsExactly(13L, 14L));
        assertThat(feed.recent().between(14, 14)).hasValue(List.of());
        assertThat(feed.recent().between(9, 12)).isEmpty();
        assertThat(feed.recent().between(12, 16)).isEmpty();
    }

    private long listen() {
        return feed.listen(batch -> seen.add(batch.sequence()));
    }

    private void offer(long... sequences) {
        feed.offer(LongStream.of(sequences).mapToObj(FeedTests::batch).toList(), 0);
    }

    private static UsageBatch batch(long sequence) {
        return new UsageBatch(sequence, Instant.EPOCH, List.of(), List.of(), List.of());
    }
}
