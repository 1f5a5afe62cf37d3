package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class QuotaHistoryTests {

    private final Quotas quotas;
    private final QuotaUtilizations utilizations;
    private final UsageIntake intake;
    private final Organization organization;

    @Autowired
    QuotaHistoryTests(
            Quotas quotas, QuotaUtilizations utilizations, UsageIntake intake, TestOrganizations organizations) {
        this.quotas = quotas;
        this.utilizations = utilizations;
        this.intake = intake;
        this.organization = organizations.create();
    }

    @Test
    void tellsPeriodsThatBeginAtAnyHourToTheMinuteWhereHoursAreKeptNoLonger() {
        LocalDate reset =
                LocalDate.now(organization.timeZone()).minusMonths(6).with(TemporalAdjusters.firstDayOfMonth());
        Instant noon = reset.atTime(12, 0).atZone(organization.timeZone()).toInstant();
        record("before", noon.minusSeconds(60));
        record("first", noon);
        record("second", noon.plusSeconds(3_600));
        Quota quota = monthlyFromNoon();

        Awaitility.await().untilAsserted(() -> {
            assertThat(callsIn(quota, noon)).isEqualTo(2);
            assertThat(callsIn(quota, monthBefore(noon))).isEqualTo(1);
        });
    }

    private Instant monthBefore(Instant start) {
        return start.atZone(organization.timeZone()).minusMonths(1).toInstant();
    }

    private long callsIn(Quota quota, Instant start) {
        return utilizations.history(quota, 9).stream()
                .filter(period -> period.periodStart().equals(start))
                .mapToLong(QuotaHistory::requests)
                .sum();
    }

    private Quota monthlyFromNoon() {
        QuotaDraft draft = new QuotaDraft(
                "all",
                QuotaScope.ORGANIZATION,
                new QuotaLimits(null, null, null, 100L, null),
                new PeriodRule(QuotaPeriod.MONTHLY, 1, 12),
                EnforcementMode.ALERT,
                80,
                95,
                false,
                QuotaRate.NONE);
        return quotas.create(organization.id(), Cause.TOLLGATE, draft);
    }

    private void record(String id, Instant occurredAt) {
        OrganizationId theirs = organization.id();
        intake.record(
                new IngestSource(theirs, null),
                List.of(Drafts.event(id, occurredAt).submitted()));
    }
}
