package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class CredentialBudgetTests {

    private static final String SECRET = "sk-budget-0123456789";
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private final ProviderCredentials credentials;
    private final CredentialKeeper keeper;
    private final ProviderSpend spend;
    private final UsageIntake intake;
    private final AuditTrail audit;
    private final TestClock clock;
    private final OrganizationId organization;
    private final FakeProvider provider = new FakeProvider(SECRET);
    private final Instant now = Instant.now().minusSeconds(1);

    @Autowired
    CredentialBudgetTests(
            ProviderCredentials credentials,
            CredentialKeeper keeper,
            ProviderSpend spend,
            UsageIntake intake,
            AuditTrail audit,
            TestClock clock,
            TestOrganizations organizations) {
        this.credentials = credentials;
        this.keeper = keeper;
        this.spend = spend;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
        this.organization = organizations.create(ZONE).id();
    }

    @BeforeEach
    void begin() {
        clock.set(now.plusSeconds(1));
    }

    @AfterEach
    void end() {
        clock.reset();
        provider.close();
    }

    @Test
    void disablesACredentialOnceTheMonthCostMoreThanItsBudget() {
        ProviderCredential added = add(TestDrafts.budget("5"));
        spend("openai", "5");
        keeper.work(organization);
        assertThat(credentials.list(organization)).containsExactly(added);

        spend("openai", "0.000000000001");
        keeper.look();
        keeper.work(organization);

        assertThat(credentials.list(organization).getFirst())
                .returns(DisabledReason.BUDGET_EXCEEDED, ProviderCredential::disabledReason)
                .returns(2, ProviderCredential::version);
        assertThat(credentials.secretFor(organization, "openai"))
                .isEqualTo(new SecretAnswer.Disabled(added.id(), DisabledReason.BUDGET_EXCEEDED));
        assertThat(audit.list(organization, AuditFilter.ALL, null, 10))
                .extracting(entry -> entry.action())
                .containsExactly("providerCredentialBudget", "addProviderCredential");
    }

    @Test
    void enablesItAgainInTheNextMonth() {
        ProviderCredential added = add(TestDrafts.budget("5"));
        spend("openai", "6");
        keeper.work(organization);
        assertThat(status()).isEqualTo(CredentialStatus.DISABLED);

        clock.set(now.atZone(ZONE)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZONE)
                .toInstant());
        keeper.look();

        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
        assertThat(credentials.secretFor(organization, "openai"))
                .isInstanceOfSatisfying(
                        SecretAnswer.Usable.class,
                        usable -> assertThat(usable.credential()).isEqualTo(added.id()));
    }

    @Test
    void enablesItAgainWithAHigherBudgetAndNotWithout() {
        ProviderCredential added = add(TestDrafts.budget("5"));
        spend("openai", "6");
        keeper.work(organization);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> update(added, TestDrafts.change(null, CredentialStatus.ACTIVE)))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
        assertThat(update(added, TestDrafts.change(TestDrafts.monthly("5.9"), null))
                        .status())
                .isEqualTo(CredentialStatus.DISABLED);
        assertThat(update(added, TestDrafts.change(TestDrafts.monthly("6"), null))
                        .status())
                .isEqualTo(CredentialStatus.ACTIVE);
        assertThat(update(added, TestDrafts.change(TestDrafts.monthly("1"), null))
                        .status())
                .isEqualTo(CredentialStatus.DISABLED);
        assertThat(update(added, TestDrafts.change(TestDrafts.monthly(null), null)))
                .returns(CredentialStatus.ACTIVE, ProviderCredential::status)
                .returns(null, credential -> credential.budget().monthly());
    }

    @Test
    void countsTheProvidersOwnCallsOfThisMonthWhateverTheyCallIt() {
        spend("openai", "1.5");
        spend("text-completion-openai", "2");
        spend("anthropic", "4");
        record("openai", "8", now.atZone(ZONE).withDayOfMonth(1).minusDays(2).toInstant());

        Awaitility.await()
                .untilAsserted(() -> assertThat(spend.thisMonth(organization))
                        .containsEntry("openai", new MonthSpend(Money.of("3.5"), 0))
                        .containsEntry("anthropic", new MonthSpend(Money.of("4"), 0))
                        .hasSize(2));
    }

    @Test
    void tellsOfCallsWithoutAPrice() {
        spend("openai", "1.5");
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(UUID.randomUUID().toString(), now)
                        .with("provider", "openai")
                        .with("model", "a-model-that-nobody-prices")
                        .submitted()));

        Awaitility.await()
                .untilAsserted(() -> assertThat(spend.thisMonth(organization))
                        .containsEntry("openai", new MonthSpend(Money.of("1.5"), 1)));
    }

    @Test
    void onlyTellsWhereItIsNotToDisable() {
        add(new CredentialBudget(Money.of("5"), false));
        spend("openai", "6");

        keeper.work(organization);

        assertThat(status()).isEqualTo(CredentialStatus.ACTIVE);
    }

    @Test
    void leavesWhatSomebodyHasDisabled() {
        ProviderCredential added = add(TestDrafts.budget("5"));
        update(added, TestDrafts.change(null, CredentialStatus.DISABLED));
        spend("openai", "6");

        keeper.work(organization);

        assertThat(credentials.list(organization).getFirst().disabledReason()).isEqualTo(DisabledReason.MANUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000.01", "1e-13", "1e1000000000", "1e-1000000000"})
    void refusesBudgetsThatAreNone(String usd) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CredentialBudget.amount(new BigDecimal(usd)))
                .returns("monthlyBudget", ProblemException::field);
    }

    private ProviderCredential add(CredentialBudget budget) {
        return credentials.add(organization, Cause.TOLLGATE, TestDrafts.draft(provider, SECRET, budget));
    }

    private ProviderCredential update(ProviderCredential credential, CredentialChange change) {
        return credentials
                .update(organization, Cause.TOLLGATE, credential.id(), change)
                .orElseThrow();
    }

    private CredentialStatus status() {
        return credentials.list(organization).getFirst().status();
    }

    /** Records a call, and waits until the cells have it. */
    private void spend(String name, String usd) {
        Money before = spent();
        record(name, usd, now);
        Awaitility.await().until(() -> spent().equals(before.plus(Money.of(usd))));
    }

    private Money spent() {
        return spend.thisMonth(organization).values().stream()
                .map(MonthSpend::cost)
                .reduce(Money.ZERO, Money::plus);
    }

    private void record(String name, String usd, Instant at) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(UUID.randomUUID().toString(), at)
                        .with("provider", name)
                        .with("cost", new BigDecimal(usd))
                        .submitted()));
    }
}
