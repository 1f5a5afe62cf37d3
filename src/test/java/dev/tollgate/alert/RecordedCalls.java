package dev.tollgate.alert;

import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** Records calls of an organization, and waits until they are counted. */
final class RecordedCalls {

    private final UsageIntake intake;
    private final UsageSlices slices;
    private final Organization organization;
    private int recorded;

    RecordedCalls(ApplicationContext beans, Organization organization) {
        this.intake = beans.getBean(UsageIntake.class);
        this.slices = beans.getBean(UsageSlices.class);
        this.organization = organization;
    }

    /** A call of 110 tokens. */
    void record(Instant at, String feature, String cost) {
        record(at, Map.of("feature", feature, "cost", new BigDecimal(cost)));
    }

    /** A call with these fields. */
    void record(Instant at, Map<String, ?> fields) {
        Drafts call = Drafts.event(UUID.randomUUID().toString(), at);
        fields.forEach(call::with);
        intake.record(new IngestSource(organization.id(), null), List.of(call.submitted()));
        recorded++;
        Awaitility.await().until(() -> counted() == recorded);
    }

    private long counted() {
        SliceAsked all = new SliceAsked(organization, new RangeAsked.Last(Duration.ofDays(2)), SliceFilter.ALL);
        return slices.read(all, SliceRequest.ofSums(null)).metrics().requests();
    }
}
