package dev.tollgate.bench;

import com.sun.management.ThreadMXBean;
import dev.tollgate.TollgateApplication;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.feature.Availability;
import dev.tollgate.feature.Decision;
import dev.tollgate.feature.FeatureChange;
import dev.tollgate.feature.FeatureContext;
import dev.tollgate.feature.FeatureRule;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.feature.Features;
import dev.tollgate.feature.ScheduledChange;
import dev.tollgate.organization.Organizations;
import dev.tollgate.testing.ChildApplication;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What a decision costs in the process: of a feature that is rolled out to a part, with rules that do not match and a schedule. */
final class FeatureDecisionBench {

    private static final int ROUNDS = 30;
    private static final int DECISIONS = 500_000;

    private FeatureDecisionBench() {}

    private record Round(double nanos, double bytes, int enabled) {}

    static Row row(BenchPostgres postgres) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        ChildApplication.on(postgres.url())
                .forEach((name, value) ->
                        arguments.add("--" + name.toLowerCase(Locale.ROOT).replace('_', '.') + "=" + value));
        SpringApplication application = new SpringApplication(TollgateApplication.class);
        try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
            OrganizationId organization =
                    context.getBean(Organizations.class).all().getFirst().id();
            return row(context.getBean(Features.class), organization);
        }
    }

    private static Row row(Features features, OrganizationId organization) {
        features.set(organization, Cause.TOLLGATE, feature());
        List<FeatureContext> contexts = IntStream.range(0, 1_000)
                .mapToObj(i -> new FeatureContext("user-" + i, "search", null, "production"))
                .toList();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(round(features, organization, contexts));
        }
        List<Round> warm = rounds.subList(ROUNDS / 2, ROUNDS);
        double nanos = Latencies.of(warm.stream().map(Round::nanos).toList()).median();
        double bytes = Latencies.of(warm.stream().map(Round::bytes).toList()).median();
        return Row.atMost(
                "feature decision in process, ns",
                nanos,
                1_000,
                "%.0f bytes made; 3 rules that do not match, a rollout and a schedule".formatted(bytes));
    }

    private static Round round(Features features, OrganizationId organization, List<FeatureContext> contexts) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        int enabled = 0;
        for (int i = 0; i < DECISIONS; i++) {
            Decision decision = features.decide(organization, "bench", contexts.get(i % contexts.size()));
            enabled += decision instanceof Decision.Enabled ? 1 : 0;
        }
        double nanos = (double) (System.nanoTime() - start) / DECISIONS;
        return new Round(nanos, (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / DECISIONS, enabled);
    }

    private static FeatureChange feature() {
        Availability on = new Availability(FeatureState.ON, null);
        List<FeatureRule> rules = List.of(
                new FeatureRule(List.of(), List.of(), List.of("u-1", "u-2", "u-3"), on),
                new FeatureRule(List.of("staging"), List.of(), List.of(), on),
                new FeatureRule(List.of(), List.of("sales", "support"), List.of(), on));
        ScheduledChange later = new ScheduledChange(Instant.parse("2126-01-01T00:00:00Z"), on);
        return new FeatureChange(
                "bench",
                FeatureState.PARTIAL,
                50,
                Optional.empty(),
                Optional.of(rules),
                Optional.of(List.of(later)),
                null);
    }
}
