package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompiledFeatureTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Decision RULED_IN = new Decision.Enabled(DecisionReason.RULE);
    private static final Decision RULED_OUT = new Decision.Disabled(DecisionReason.RULE, "Later.");
    private static final Decision ON = new Decision.Enabled(DecisionReason.STATE);
    private static final Decision OFF = new Decision.Disabled(DecisionReason.STATE, "Later.");

    private final TestClock clock = new TestClock();

    CompiledFeatureTests() {
        clock.set(NOW);
    }

    @Test
    void isDecidedByTheFirstRuleThatMatches() {
        CompiledFeature feature = ruled(
                new FeatureRule(List.of(), List.of(), List.of("u-1", "u-2"), Availability.ON),
                new FeatureRule(List.of("production"), List.of("search"), List.of(), Availability.OFF),
                new FeatureRule(List.of(), List.of("search"), List.of(), Availability.ON));

        assertThat(feature.decide(context("u-1", "search", "production"), clock))
                .isEqualTo(RULED_IN);
        assertThat(feature.decide(context("u-9", "search", "production"), clock))
                .isEqualTo(RULED_OUT);
        assertThat(feature.decide(context("u-9", "search", "staging"), clock)).isEqualTo(RULED_IN);
        assertThat(feature.decide(context(null, "search", null), clock)).isEqualTo(RULED_IN);
        assertThat(feature.decide(context("u-9", "sales", "production"), clock)).isEqualTo(OFF);
        assertThat(feature.decide(FeatureContext.NOBODY, clock)).isEqualTo(OFF);
    }

    @Test
    void isAnotherFromAScheduledTimeOn() {
        CompiledFeature feature = CompiledFeature.of(new Feature(
                "chat",
                Availability.OFF,
                null,
                "Later.",
                List.of(),
                List.of(
                        new ScheduledChange(NOW.plusSeconds(60), Availability.ON),
                        new ScheduledChange(NOW.plusSeconds(120), Availability.OFF)),
                1,
                NOW));

        assertThat(feature.decide(FeatureContext.NOBODY, clock)).isEqualTo(OFF);
        clock.advance(Duration.ofMillis(59_999));
        assertThat(feature.decide(FeatureContext.NOBODY, clock)).isEqualTo(OFF);
        clock.advance(Duration.ofMillis(1));
        assertThat(feature.decide(FeatureContext.NOBODY, clock)).isEqualTo(ON);
        clock.advance(Duration.ofDays(1));
        assertThat(feature.decide(FeatureContext.NOBODY, clock)).isEqualTo(OFF);
    }

    @Test
    void rollsOutByUserThenSessionThenTeam() {
        CompiledFeature feature = partial(50);
        String in = subject(feature, true);
        String out = subject(feature, false);

        assertThat(isOn(feature, new FeatureContext(in, out, out, null))).isTrue();
        assertThat(isOn(feature, new FeatureContext(null, out, in, null))).isTrue();
        assertThat(isOn(feature, new FeatureContext(null, in, null, null))).isTrue();
        assertThat(isOn(feature, new FeatureContext(out, in, in, null))).isFalse();
        assertThat(isOn(feature, FeatureContext.NOBODY)).isFalse();
        assertThat(isOn(partial(100), FeatureContext.NOBODY)).isTrue();
        assertThat(isOn(partial(0), new FeatureContext(in, null, null, null))).isFalse();
    }

    private String subject(CompiledFeature feature, boolean on) {
        int number = 0;
        while (isOn(feature, context("u-" + number, null, null)) != on) {
            number++;
        }
        return "u-" + number;
    }

    private boolean isOn(CompiledFeature feature, FeatureContext context) {
        Decision decision = feature.decide(context, clock);
        return decision instanceof Decision.Enabled;
    }

    private static CompiledFeature partial(int percent) {
        return CompiledFeature.of(new Feature(
                "chat", new Availability(FeatureState.PARTIAL, percent), null, null, List.of(), List.of(), 1, NOW));
    }

    private static CompiledFeature ruled(FeatureRule... rules) {
        return CompiledFeature.of(
                new Feature("chat", Availability.OFF, null, "Later.", List.of(rules), List.of(), 1, NOW));
    }

    private static FeatureContext context(@Nullable String user, @Nullable String team, @Nullable String environment) {
        return new FeatureContext(user, team, null, environment);
    }
}
