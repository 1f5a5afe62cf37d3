package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Actor;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The features of the application, and of a second node on the same database and Redis. */
@TollgateTest
class FeaturesTests {

    private final Features features;
    private final FeatureWatch watch;
    private final AuditTrail audit;
    private final UsageIntake intake;
    private final TestClock clock;
    private final TenantTransactions transactions;
    private final DSLContext unbound;
    private final FeatureSettings settings;
    private final JsonMapper json;
    private final OrganizationId organization;
    private final OrganizationId others;
    private final Features second;
    private final FeatureWatch secondWatch;

    @Autowired
    FeaturesTests(
            Features features,
            FeatureWatch watch,
            FeatureStore store,
            FeatureChannel channel,
            ControlSignals signals,
            SeenFeatures seen,
            FeatureSettings settings,
            AuditTrail audit,
            UsageIntake intake,
            TestClock clock,
            TenantTransactions transactions,
            DSLContext unbound,
            JsonMapper json,
            TestOrganizations organizations) {
        this.features = features;
        this.watch = watch;
        this.audit = audit;
        this.intake = intake;
        this.clock = clock;
        this.transactions = transactions;
        this.unbound = unbound;
        this.settings = settings;
        this.json = json;
        this.organization = organizations.create().id();
        this.others = organizations.create().id();
        Snapshots snapshots = new Snapshots(store);
        this.second = new Features(store, snapshots, channel, signals, seen, settings, clock);
        this.secondWatch = new FeatureWatch(snapshots, store, channel, second);
    }

    @AfterEach
    void end() {
        secondWatch.close();
        clock.reset();
    }

    @Test
    void areOnUntilSomebodySaysOtherwise() {
        assertThat(features.decide(organization, "chat", FeatureContext.NOBODY))
                .isEqualTo(new Decision.Enabled(DecisionReason.UNKNOWN));
    }

    @Test
    void countOnTheirNodeAtOnceAndInTheirOrganizationOnly() {
        assertThat(isOn(features, others)).isTrue();

        set(FeatureState.OFF);

        assertThat(isOn(features, organization)).isFalse();
        assertThat(isOn(features, others)).isTrue();
        assertThat(features.list(others)).isEmpty();
        assertThat(features.find(others, "chat")).isEmpty();
    }

    @Test
    void countOnAnotherNodeThatHearsOfThem() {
        secondWatch.listen();
        assertThat(isOn(second, organization)).isTrue();

        AtomicInteger tries = new AtomicInteger();
        Awaitility.await().until(() -> {
            switchOff("try " + tries.incrementAndGet());
            return !isOn(second, organization);
        });
        set(FeatureState.ON);
        Awaitility.await().until(() -> isOn(second, organization));
        set(FeatureState.OFF);
        Awaitility.await().until(() -> !isOn(second, organization));
    }

    @Test
    void countOnAnotherNodeThatMissedTheMessage() {
        assertThat(isOn(second, organization)).isTrue();
        set(FeatureState.OFF);
        assertThat(isOn(second, organization)).isTrue();

        secondWatch.look();

        assertThat(isOn(second, organization)).isFalse();
    }

    @Test
    void countFromAScheduledTimeOnBeforeAnybodyWroteIt() {
        Instant at = soon();
        schedule(at, Availability.OFF);
        assertThat(isOn(second, organization)).isTrue();

        clock.set(at);

        assertThat(isOn(features, organization)).isFalse();
        assertThat(isOn(second, organization)).isFalse();
        assertThat(features.find(organization, "chat").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void areChangedByTheirScheduleOnce() {
        Instant at = soon();
        schedule(at, Availability.OFF);
        clock.set(at.plus(Duration.ofSeconds(5)));

        watch.look();
        secondWatch.look();

        List<AuditEntry> entries = entries();
        assertThat(entries).extracting(AuditEntry::action).containsExactly("featureSchedule", "setFeature");
        assertThat(entries.getFirst().actor()).isEqualTo(new Actor.Tollgate());
        assertThat(features.find(organization, "chat"))
                .contains(new Feature("chat", Availability.OFF, null, null, List.of(), List.of(), 2, at));
    }

    @Test
    void areChangedByTheirScheduleBeforeAnybodyElseChangesThem() {
        Instant at = soon();
        schedule(at, Availability.OFF);
        clock.set(at);

        assertThatThrownBy(() -> features.set(organization, Cause.TOLLGATE, change(FeatureState.ON, 1)))
                .isInstanceOf(ProblemException.class);
        Feature changed = features.set(organization, Cause.TOLLGATE, change(FeatureState.ON, 2));

        assertThat(changed.version()).isEqualTo(3);
        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly("setFeature", "featureSchedule", "setFeature");
    }

    @Test
    void tellTheAuditLogOfAStepThatFallsDueWhileAnotherChangeIsMade() {
        Instant at = soon();
        schedule(at, Availability.OFF);
        AtomicInteger looks = new AtomicInteger();
        InstantSource moving = () -> looks.getAndIncrement() == 0 ? at.minusMillis(1) : at;
        FeatureStore store =
                new FeatureStore(transactions, unbound, audit, settings, json, moving.withZone(ZoneOffset.UTC));

        FeatureChange told = new FeatureChange(
                "chat", FeatureState.ON, null, Optional.of("Soon off."), Optional.empty(), Optional.empty(), null);
        List<Feature> changed = store.change(organization, Cause.TOLLGATE, told).changed();

        assertThat(changed.getLast().version()).isEqualTo(entries().size());
    }

    @Test
    void tellTheAuditLogWhatWasAndWhatIs() {
        set(FeatureState.ON);
        features.set(organization, Cause.TOLLGATE.because("it fails"), FeatureChange.to("chat", FeatureState.OFF));
        set(FeatureState.OFF);

        List<AuditEntry> entries = entries();
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().reason()).isEqualTo("it fails");
        assertThat(entries.getFirst().before()).contains("\"state\":\"ON\"", "\"version\":1");
        assertThat(entries.getFirst().after()).contains("\"state\":\"OFF\"", "\"version\":2");
        assertThat(entries.getLast().before()).isNull();
    }

    @Test
    void areShownWhenOnlyUsageNamesThemAndCanBeAdopted() {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event("e", Instant.now()).with("feature", "seen").submitted()));
        set(FeatureState.ON);

        assertThat(features.list(organization))
                .extracting(Feature::name, Feature::declared)
                .containsExactly(tuple("chat", true), tuple("seen", false));
        assertThat(features.find(organization, "seen").orElseThrow().version()).isZero();

        features.set(organization, Cause.TOLLGATE, FeatureChange.to("seen", FeatureState.OFF));

        assertThat(features.find(organization, "seen").orElseThrow().declared()).isTrue();
        assertThat(features.list(organization)).hasSize(2);
    }

    @Test
    void surviveAStart() {
        FeatureRule rule = new FeatureRule(List.of("staging"), List.of("a"), List.of("b"), Availability.OFF);
        ScheduledChange later = new ScheduledChange(Instant.parse("2126-01-01T00:00:00Z"), Availability.ON);
        Feature set = features.set(
                organization,
                Cause.TOLLGATE,
                new FeatureChange(
                        "chat",
                        FeatureState.PARTIAL,
                        30,
                        Optional.of("m"),
                        Optional.of(List.of(rule)),
                        Optional.of(List.of(later)),
                        null));

        assertThat(second.find(organization, "chat")).contains(set);
        assertThat(second.decide(organization, "chat", new FeatureContext("b", "a", null, "staging")))
                .isEqualTo(new Decision.Disabled(DecisionReason.RULE, "m"));
    }

    private void set(FeatureState state) {
        features.set(organization, Cause.TOLLGATE, FeatureChange.to("chat", state));
    }

    private void switchOff(String message) {
        features.set(
                organization,
                Cause.TOLLGATE,
                new FeatureChange(
                        "chat",
                        FeatureState.OFF,
                        null,
                        Optional.of(message),
                        Optional.empty(),
                        Optional.empty(),
                        null));
    }

    /** Not so late that anything is kept no longer. */
    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    }

    private void schedule(Instant at, Availability availability) {
        features.set(
                organization,
                Cause.TOLLGATE,
                new FeatureChange(
                        "chat",
                        FeatureState.ON,
                        null,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(new ScheduledChange(at, availability))),
                        null));
    }

    private static FeatureChange change(FeatureState state, int expectedVersion) {
        return new FeatureChange(
                "chat", state, null, Optional.empty(), Optional.empty(), Optional.empty(), expectedVersion);
    }

    private List<AuditEntry> entries() {
        return audit.list(organization, AuditFilter.ALL, null, 100);
    }

    private static boolean isOn(Features node, OrganizationId organization) {
        return node.decide(organization, "chat", FeatureContext.NOBODY) instanceof Decision.Enabled;
    }
}
