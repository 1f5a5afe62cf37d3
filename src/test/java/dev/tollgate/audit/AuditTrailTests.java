package dev.tollgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@TollgateTest
class AuditTrailTests {

    private static final AuditedAction.Target CHAT = new AuditedAction.Target("Feature", "chat");

    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final TenantTransactions transactions;
    private final OwnerDatabase owner;
    private final TestOrganizations organizations;
    private final TestClock clock;
    private OrganizationId organization;

    @Autowired
    AuditTrailTests(
            AuditTrail trail,
            AuditVerifier verifier,
            TenantTransactions transactions,
            OwnerDatabase owner,
            TestOrganizations organizations,
            TestClock clock) {
        this.trail = trail;
        this.verifier = verifier;
        this.transactions = transactions;
        this.owner = owner;
        this.organizations = organizations;
        this.clock = clock;
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void newOrganization() {
        organization = organizations.create().id();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void keepsWhoDidWhatWhyAndFromWhere() {
        Actor person = new Actor.Person(new AccountId(UUID.randomUUID()));
        Cause cause = new Cause(person, "192.0.2.7", "too dear");
        record(cause, new AuditedAction("setFeature", CHAT, Map.of("state", "ON"), Map.of("state", "OFF")));

        AuditEntry entry = trail.list(organization, AuditFilter.ALL, null, 10).getFirst();

        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.actor()).isEqualTo(person);
        assertThat(entry.address()).isEqualTo("192.0.2.7");
        assertThat(entry.reason()).isEqualTo("too dear");
        assertThat(entry.before()).isEqualTo("{\"state\":\"ON\"}");
        assertThat(entry.after()).isEqualTo("{\"state\":\"OFF\"}");
        assertThat(entry.outcome()).isEqualTo(AuditOutcome.DONE);
    }

    @Test
    void recordsNothingOfWhatIsNotDone() {
        assertThatThrownBy(() -> transactions.write(organization, sql -> {
                    trail.record(sql, organization, Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of()));
                    throw new IllegalStateException("not done after all");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(trail.count(organization, AuditFilter.ALL)).isZero();
        assertThat(verifier.verify(organization).intact()).isTrue();
    }

    @Test
    void countsWithoutAGapWhenManyChangeSettingsAtOnce() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(_ -> record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of())));

        List<Long> sequences = trail.list(organization, AuditFilter.ALL, null, 100).stream()
                .map(AuditEntry::sequence)
                .toList();

        assertThat(sequences.reversed())
                .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(verifier.verify(organization)).isEqualTo(new AuditVerification(40, 1L, null));
    }

    @Test
    void findsByWhatIsAskedFor() {
        record(Cause.TOLLGATE, AuditedAction.created("setFeature", CHAT, Map.of()));
        trail.refused(organization, Cause.TOLLGATE, AuditedAction.created("createQuota", CHAT, Map.of()));

        assertThat(actions(new AuditFilter(null, null, Set.of("setFeature"), null, null, null)))
                .containsExactly("setFeature");
        assertThat(actions(new AuditFilter(null, null, Set.of(), AuditOutcome.REFUSED, null, null)))
                .containsExactly("createQuota");
        assertThat(actions(new AuditFilter(null, new Actor.Tollgate(), Set.of(), null, "Feature", "chat")))
                .containsExactly("createQuota", "setFeature");
        assertThat(actions(new AuditFilter(null, null, Set.of(), null, "Feature", "other")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET action = 'b'", "DELETE FROM audit_entry"})
    void cannotBeChangedByTheRuntimeRole(String statement) {
        record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of()));

        assertThatThrownBy(() -> transactions.write(organization, sql -> sql.execute(statement)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'b' WHERE sequence = 2 AND organization_id = ?",
                "UPDATE audit_entry SET reason = '' WHERE sequence = 2 AND organization_id = ?",
                "DELETE FROM audit_entry WHERE sequence = 2 AND organization_id = ?",
                "DELETE FROM audit_entry WHERE sequence = 3 AND organization_id = ?"
            })
    void showsWhatWasChangedPastTheProgram(String statement) {
        IntStream.range(0, 3).forEach(_ -> record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of())));
        assertThat(verifier.verify(organization).intact()).isTrue();

        owner.sql().execute(statement, organization.value());

        assertThat(verifier.verify(organization).brokenAt()).isBetween(2L, 3L);
    }

    @Test
    void missesNothingWhenRetentionHasDroppedAll() {
        Instant now = Instant.now();
        clock.set(now.minus(Duration.ofDays(900)));
        record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of()));
        owner.sql().execute("DELETE FROM audit_entry WHERE organization_id = ?", organization.value());

        clock.set(now);
        assertThat(verifier.verify(organization).intact()).isFalse();
        clock.set(now.plus(Duration.ofDays(300)));
        assertThat(verifier.verify(organization)).isEqualTo(new AuditVerification(0, null, null));
    }

    @Test
    void isInOrderOfTimeWhenTheClockOfANodeIsBehind() {
        Instant ahead = Instant.now().truncatedTo(ChronoUnit.MICROS);
        clock.set(ahead);
        record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of()));
        clock.set(ahead.minusMillis(5));
        record(Cause.TOLLGATE, AuditedAction.created("b", CHAT, Map.of()));

        assertThat(trail.list(organization, AuditFilter.ALL, null, 10))
                .extracting(AuditEntry::recordedAt)
                .containsExactly(ahead, ahead);
        assertThat(verifier.verify(organization).intact()).isTrue();
    }

    @Test
    void tellsOfTheSameRefusalOnceAMinuteAndOfNoMoreThanAFew() {
        Cause cause = new Cause(new Actor.Person(new AccountId(UUID.randomUUID())), null, null);
        for (int i = 0; i < 100; i++) {
            trail.refusedAgain(organization, cause, AuditedAction.created("a", CHAT, Map.of()));
        }
        assertThat(trail.count(organization, AuditFilter.ALL)).isEqualTo(1);

        for (int i = 0; i < 100; i++) {
            AuditedAction.Target other = new AuditedAction.Target("Feature", "feature " + i);
            trail.refusedAgain(organization, cause, AuditedAction.created("a", other, Map.of()));
        }
        assertThat(trail.count(organization, AuditFilter.ALL)).isEqualTo(30);
    }

    @Test
    void showsThatAllOfItWasTakenAway() {
        record(Cause.TOLLGATE, AuditedAction.created("a", CHAT, Map.of()));

        owner.sql().execute("DELETE FROM audit_entry WHERE organization_id = ?", organization.value());

        assertThat(verifier.verify(organization)).isEqualTo(new AuditVerification(0, null, 1L));
    }

    private List<String> actions(AuditFilter filter) {
        return trail.list(organization, filter, null, 10).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private void record(Cause cause, AuditedAction action) {
        transactions.write(organization, sql -> {
            trail.record(sql, organization, cause, action);
            return action;
        });
    }
}
