package dev.tollgate.repricing;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private final Instant now = Instant.now();
    private final TestApi api;
    private final TestKeys keys;
    private final UsageIntake intake;
    private final CellDrift drift;
    private final Organization organization;

    @Autowired
    RepricingTests(TestApi api, TestKeys keys, UsageIntake intake, CellDrift drift, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.intake = intake;
        this.drift = drift;
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

    private static Drafts house(String id, Instant occurredAt) {
        return Drafts.event(id, occurredAt).with("provider", "house").with("model", "own");
    }
}
