package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class FeaturePreviewsTests {

    private static final int USERS = 40;

    private final FeaturePreviews previews;
    private final UsageIntake intake;
    private final Organization organization;

    @Autowired
    FeaturePreviewsTests(FeaturePreviews previews, UsageIntake intake, TestOrganizations organizations) {
        this.previews = previews;
        this.intake = intake;
        this.organization = organizations.create();
    }

    /** Each user made two calls: one in production for search, one in staging for sales. And there is another feature. */
    @Test
    void tellsWhatAChangeWouldHaveRefused() {
        record();
        FeatureRule staging = new FeatureRule(List.of("staging"), List.of(), List.of(), Availability.ON);

        FeaturePreview off = preview(FeatureState.OFF, List.of());
        FeaturePreview ruled = preview(FeatureState.OFF, List.of(staging));
        FeaturePreview on = preview(FeatureState.ON, List.of());

        assertThat(off.total()).isEqualTo(off.affected());
        assertThat(off.affected().requests()).isEqualTo(2 * USERS);
        assertThat(off.affected().users()).isEqualTo(USERS);
        assertThat(off.affected().cost()).isEqualByComparingTo(BigDecimal.valueOf(2 * USERS));
        assertThat(on.affected().requests()).isZero();
        assertThat(ruled.byEnvironment())
                .extracting(FeatureImpactRow::value, row -> row.affected().requests())
                .containsExactlyInAnyOrder(tuple("production", (long) USERS), tuple("staging", 0L));
        assertThat(ruled.byTeam())
                .extracting(FeatureImpactRow::value, row -> row.affected().users())
                .containsExactlyInAnyOrder(tuple("search", (long) USERS), tuple("sales", 0L));
    }

    @Test
    void refusesWhomARolloutLeavesOut() {
        record();
        FeatureChange half = change(FeatureState.PARTIAL, 50, List.of());
        RolloutPlaces places = new RolloutPlaces("chat");
        long out = IntStream.range(0, USERS)
                .filter(user -> places.of("u-" + user) >= 5_000)
                .count();

        FeaturePreview preview = previews.preview(organization, half, Duration.ofHours(3));

        assertThat(preview.affected().users()).isEqualTo(out);
        assertThat(preview.affected().requests()).isEqualTo(2 * out);
    }

    @Test
    void looksBackAYearAtMost() {
        FeatureChange change = FeatureChange.to("chat", FeatureState.OFF);
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(367))) {
            assertThatThrownBy(() -> previews.preview(organization, change, wrong))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.field()).isEqualTo("last"));
        }
    }

    private FeaturePreview preview(FeatureState state, List<FeatureRule> rules) {
        return previews.preview(organization, change(state, null, rules), Duration.ofHours(3));
    }

    private static FeatureChange change(FeatureState state, @Nullable Integer percent, List<FeatureRule> rules) {
        return new FeatureChange("chat", state, percent, Optional.empty(), Optional.of(rules), Optional.empty(), null);
    }

    private void record() {
        Instant at = Instant.now().minus(Duration.ofHours(1));
        List<Submitted> events = Stream.of(
                        calls("chat", "production", "search", at),
                        calls("chat", "staging", "sales", at),
                        calls("other", "production", "search", at))
                .flatMap(calls -> calls)
                .toList();
        intake.record(new IngestSource(organization.id(), null), events);
        Awaitility.await()
                .until(() -> preview(FeatureState.OFF, List.of()).total().requests() == 2 * USERS);
    }

    private static Stream<Submitted> calls(String feature, String environment, String team, Instant at) {
        return IntStream.range(0, USERS)
                .mapToObj(user -> Drafts.event(feature + environment + user, at)
                        .with("feature", feature)
                        .with("environment", environment)
                        .with("team", team)
                        .with("user", "u-" + user)
                        .with("cost", BigDecimal.ONE)
                        .submitted());
    }
}
