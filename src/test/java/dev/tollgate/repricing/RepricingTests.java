package dev.tollgate.repricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.Scope;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellDrift;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class RepricingTests {

    private static final String PRICE_AND_REPRICE = """
            mutation {
              overridePrice(input: {provider: "house", model: "own", inputPerMillion: 1, outputPerMillion: 2,
                  effectiveFrom: "2020-01-01T00:00:00Z"}) { price { revision } }
              first: reprice(input: {range: {last: "PT24H"}}) { examined repriced costDifference }
              again: reprice(input: {range: {last: "PT24H"}}) { examined repriced costDifference } }
            """;

    private static final String OVERRIDE = """
            mutation { overridePrice(input: {provider: "house", model: "own", inputPerMillion: %s, outputPerMillion: %s,
                effectiveFrom: "2020-01-01T00:00:00Z"}) { price { revision } } }
            """;

    private final Instant now = Instant.now();
    private final TestApi api;
    private final TestKeys keys;
    private final UsageIntake intake;
    private final CellDrift drift;
    private final Repricing repricing;
    private final Organization organization;

    @Autowired
    RepricingTests(
            TestApi api,
            TestKeys keys,
            UsageIntake intake,
            CellDrift drift,
            Repricing repricing,
            TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.intake = intake;
        this.drift = drift;
        this.repricing = repricing;
        this.organization = organizations.create();
    }

    @Test
    void chargesWhatHadNoPriceAndCorrectsTheSums() {
        intake.record(
                new IngestSource(organization.id(), null),
                List.of(
                        house("inside", now.minus(Duration.ofHours(1))).submitted(),
                        house("before", now.minus(Duration.ofDays(2))).submitted(),
                        Drafts.event("listed", now.minus(Duration.ofHours(2))).submitted()));

        api.graphQl(api.with(keys.bearer(organization, Scope.CONTROL_WRITE)), PRICE_AND_REPRICE, Map.of())
                .expectBody()
                .json("""
                        {"data": {"overridePrice": {"price": {"revision": 1}},
                          "first": {"examined": 2, "repriced": 1, "costDifference": 0.00012},
                          "again": {"examined": 2, "repriced": 0, "costDifference": 0}}}
                        """);
        assertThat(drift.differences(organization.id(), new TimeWindow(now.minus(Duration.ofDays(3)), now)))
                .isZero();
    }

    @Test
    void leavesCostsAloneThatTheSenderReported() {
        record(house("reported", now).with("cost", new BigDecimal("0.5")), house("unpriced", now.minusSeconds(1)));
        price("1", "2");

        assertThat(reprice(lately())).isEqualTo(new Repricing.Outcome(1, 1, Money.of("0.00012")));
    }

    @Test
    void touchesNothingOutsideTheWindow() {
        record(house("first", now.minusSeconds(20)), house("second", now.minusSeconds(10)));
        price("1", "2");

        Repricing.Outcome outcome = reprice(new TimeWindow(now.minusSeconds(20), now.minusSeconds(10)));

        assertThat(outcome).isEqualTo(new Repricing.Outcome(1, 1, Money.of("0.00012")));
        assertThat(reprice(lately())).isEqualTo(new Repricing.Outcome(2, 1, Money.of("0.00012")));
    }

    @Test
    void followsAPriceDownAndUp() {
        record(house("call", now));
        price("1", "2");
        reprice(lately());

        price("0.5", "1");
        assertThat(reprice(lately()).difference()).isEqualTo(Money.of("-0.00006"));
        price("4", "8");
        assertThat(reprice(lately()).difference()).isEqualTo(Money.of("0.00042"));
        assertThat(drift()).isZero();
    }

    @Test
    void agreesWithTheCellsWhileCallsGoOnComing() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sender = threads.submit(() -> IntStream.range(0, 30)
                    .forEach(number -> record(house("call-" + number, now.minusSeconds(number)))));
            for (int round = 1; !sender.isDone(); round++) {
                price(Integer.toString(round), "2");
                reprice(lately());
            }
            sender.get();
        }
        reprice(lately());

        assertThat(reprice(lately()).repriced()).isZero();
        assertThat(drift()).isZero();
    }

    private TimeWindow lately() {
        return new TimeWindow(now.minus(Duration.ofHours(1)), now.plusSeconds(1));
    }

    private Repricing.Outcome reprice(TimeWindow window) {
        return repricing.reprice(organization.id(), Cause.TOLLGATE, window);
    }

    private long drift() {
        return drift.differences(organization.id(), lately());
    }

    private void record(Drafts... calls) {
        intake.record(
                new IngestSource(organization.id(), null),
                Arrays.stream(calls).map(Drafts::submitted).toList());
    }

    private void price(String input, String output) {
        api.graphQl(
                        api.with(keys.bearer(organization, Scope.CONTROL_WRITE)),
                        OVERRIDE.formatted(input, output),
                        Map.of())
                .expectBody()
                .jsonPath("$.errors")
                .doesNotExist();
    }

    private static Drafts house(String id, Instant occurredAt) {
        return Drafts.event(id, occurredAt).with("provider", "house").with("model", "own");
    }
}
