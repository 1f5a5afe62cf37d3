package dev.tollgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class OwnPriceTests {

    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final PriceBook book;
    private final PriceOverrides overrides;
    private final OrganizationCatalogs catalogs;
    private final Catalog catalog;
    private final TenantTransactions transactions;
    private final OwnPriceTable table;
    private final Clock clock;
    private final OrganizationId organization;
    private final OrganizationId another;

    @Autowired
    OwnPriceTests(
            PriceBook book,
            PriceOverrides overrides,
            OrganizationCatalogs catalogs,
            Catalog catalog,
            TenantTransactions transactions,
            OwnPriceTable table,
            Clock clock,
            TestOrganizations organizations) {
        this.book = book;
        this.overrides = overrides;
        this.catalogs = catalogs;
        this.catalog = catalog;
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
        this.organization = organizations.create().id();
        this.another = organizations.create().id();
    }

    @Test
    void holdsFromItsTimeOnForItsOrganizationAlone() {
        PriceVersionId id = overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), null);

        assertThat(id.value()).isGreaterThanOrEqualTo(1_000_000_000);
        assertCost(organization, gpt(), "0.003");
        assertCost(organization, gpt().at("2026-07-01T00:00:00Z"), "0.003");
        assertCost(organization, gpt().at("2026-06-30T23:59:59Z"), "0.035");
        assertCost(another, gpt(), "0.035");
        assertThat(book.charge(organization, gpt().chargeable()))
                .isInstanceOfSatisfying(
                        Charge.Priced.class,
                        charge -> assertThat(charge.version()).isEqualTo(id));
    }

    @Test
    void isFoundByEveryNameOfTheModel() {
        overrides.add(organization, Cause.TOLLGATE, price("OpenAI", "openai/gpt-5.5", "1", "2"), null);

        assertCost(organization, gpt(), "0.003");
        assertCost(organization, Call.of("openai", "gpt-5.5-2027-01-31").tokens(1_000, 1_000), "0.003");
    }

    @Test
    void replacesTokensOfEveryTierAndSizeAndKeepsTheRest() {
        overrides.add(organization, Cause.TOLLGATE, price("anthropic", "claude-sonnet-4-5", "1", "2"), null);
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-4o-audio-preview", "1", "2"), null);

        assertCost(
                organization,
                Call.of("anthropic", "claude-sonnet-4-5").tokens(300_000, 0).tier("batch"),
                "0.3");
        assertCost(
                organization,
                Call.of("anthropic", "claude-sonnet-4-5").tokens(0, 0).cacheWrite(500, 500),
                "0.001");
        assertCost(
                organization,
                Call.of("anthropic", "claude-sonnet-4-5").tokens(0, 0).searches("1"),
                "0.01");
        assertCost(
                organization,
                Call.of("openai", "gpt-4o-audio-preview").tokens(1_000, 0).audio(500, 0),
                "0.0205");
    }

    @Test
    void pricesAModelThatIsNotListed() {
        Call call = Call.of("acme", "Acme-1").tokens(1_000_000, 0);
        assertThat(book.charge(organization, call.chargeable())).isEqualTo(new Charge.Unpriced());

        overrides.add(organization, Cause.TOLLGATE, price("Acme", "Acme-1", "0.125", "0"), null);

        assertCost(organization, call, "0.125");
        assertCost(organization, Call.of("ACME", "acme-1").tokens(1_000_000, 1), "0.125");
    }

    @Test
    void theLaterOfTwoFromTheSameTimeHolds() {
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), 0);
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "3", "4"), 1);

        assertCost(organization, gpt(), "0.007");
    }

    @Test
    void isTakenBackFromATimeOnAndMayBeSetAgain() {
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), null);
        restore("OpenAI", "openai/gpt-5.5", "2026-08-01T00:00:00Z", 1);

        assertCost(organization, gpt().at("2026-07-31T23:59:59Z"), "0.003");
        assertCost(organization, gpt().at("2026-08-01T00:00:00Z"), "0.035");
        assertCost(organization, gpt(), "0.035");
        assertThat(catalogs.current(organization).ownRevision(model(gptRef()))).isEqualTo(2);
        assertThat(catalogs.known(organization).price(model(gptRef()), Instant.parse("2026-07-02T00:00:00Z")))
                .hasValueSatisfying(period -> assertThat(period.until()).isEqualTo("2026-08-01T00:00:00Z"));
        assertThat(catalogs.known(organization).price(model(gptRef()), Instant.parse("2026-08-02T00:00:00Z")))
                .hasValueSatisfying(
                        period -> assertThat(period.version().negotiated()).isFalse());

        overrides.add(organization, Cause.TOLLGATE, priceFrom(Instant.parse("2026-08-02T00:00:00Z")), 2);
        assertCost(organization, gpt(), "0.003");
    }

    @Test
    void leavesAnUnlistedModelWithoutAPriceOnceItIsTakenBack() {
        Call call = Call.of("acme", "acme-1").tokens(1_000_000, 0);
        overrides.add(organization, Cause.TOLLGATE, price("acme", "acme-1", "1", "2"), null);
        restore("acme", "ACME-1", "2026-08-01T00:00:00Z", null);

        assertThat(book.charge(organization, call.chargeable())).isEqualTo(new Charge.Unpriced());
        assertCost(organization, call.at("2026-07-02T00:00:00Z"), "1");
        assertThat(catalogs.current(organization).find(new ModelRef("acme", "acme-1")))
                .isPresent();
    }

    @Test
    void isTakenBackOnlyWhereThereIsAModelAndNobodyWasFaster() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> restore("acme", "acme-1", "2026-08-01T00:00:00Z", null))
                .returns(ErrorCode.NOT_FOUND, ProblemException::code);
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), null);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> restore("openai", "gpt-5.5", "2026-08-01T00:00:00Z", 0))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> restore("openai", "gpt-5.5", "1986-08-01T00:00:00Z", null))
                .returns("effectiveFrom", ProblemException::field);
        assertCost(organization, gpt(), "0.003");
    }

    private void restore(String provider, String model, String from, @Nullable Integer expected) {
        PriceStart start = new PriceStart(new ModelRef(provider, model), Instant.parse(from));
        overrides.restore(organization, Cause.TOLLGATE, start, expected);
    }

    private Model model(ModelRef ref) {
        return catalog.find(ref).orElseThrow();
    }

    @Test
    void refusesToOverwriteWhatTheCallerHasNotSeen() {
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), 0);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "3", "4"), 0))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        assertCost(organization, gpt(), "0.003");
    }

    @Test
    void aPriceSetThroughAnotherNodeIsSeenOnceItIsReadAgain() {
        OwnPrices otherNode = new OwnPrices(table, catalog);
        CatalogPriceBook otherBook = new CatalogPriceBook(catalog, otherNode);
        assertThat(otherNode.of(organization).inForce(gptRef(), JULY))
                .hasValueSatisfying(version -> assertThat(version.negotiated()).isFalse());

        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), null);

        otherBook.refresh(organization);
        assertThat(otherBook.charge(organization, gpt().chargeable()))
                .isEqualTo(book.charge(organization, gpt().chargeable()));
        assertCost(organization, gpt(), "0.003");
    }

    @Test
    void rowLevelSecurityHidesOthersPrices() {
        overrides.add(organization, Cause.TOLLGATE, price("openai", "gpt-5.5", "1", "2"), null);

        assertThat(rows(organization)).isEqualTo(1);
        assertThat(rows(another)).isZero();
    }

    @Test
    void rejectsWhatCannotBe() {
        assertRejected("inputPerMillion", price("openai", "gpt-5.5", "-0.01", "2"));
        assertRejected("inputPerMillion", price("openai", "gpt-5.5", "1000000.01", "2"));
        assertRejected("outputPerMillion", price("openai", "gpt-5.5", "1", "1e-13"));
        assertRejected("outputPerMillion", price("openai", "gpt-5.5", "1", "1e999999999"));
        assertRejected("provider", price("a".repeat(201), "gpt-5.5", "1", "2"));
        assertRejected("provider", price("a/b", "gpt-5.5", "1", "2"));
        assertRejected("model", price("openai", "gpt\u0000", "1", "2"));
        assertRejected("model", price("openai", "gpt\ud800", "1", "2"));
        Duration elevenYears = Duration.ofDays(11 * 365);
        assertRejected("effectiveFrom", priceFrom(clock.instant().minus(elevenYears)));
        assertRejected("effectiveFrom", priceFrom(clock.instant().plus(elevenYears)));
    }

    private void assertRejected(String field, OwnPrice price) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> overrides.add(organization, Cause.TOLLGATE, price, null))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(problem.field()).isEqualTo(field);
                });
    }

    private void assertCost(OrganizationId of, Call call, String usd) {
        assertThat(book.charge(of, call.chargeable()))
                .isInstanceOfSatisfying(
                        Charge.Priced.class,
                        charge -> assertThat(charge.cost().total().amount()).isEqualByComparingTo(usd));
    }

    private @Nullable Integer rows(OrganizationId bound) {
        return transactions.read(
                bound, sql -> sql.fetchSingle("SELECT count(*) FROM own_price").get(0, Integer.class));
    }

    private static Call gpt() {
        return Call.of("openai", "gpt-5.5").tokens(1_000, 1_000);
    }

    private static ModelRef gptRef() {
        return new ModelRef("openai", "gpt-5.5");
    }

    private static OwnPrice price(String provider, String model, String input, String output) {
        return new OwnPrice(
                new ModelRef(provider, model), JULY, new BigDecimal(input), new BigDecimal(output), null, null);
    }

    private static OwnPrice priceFrom(Instant from) {
        return new OwnPrice(gptRef(), from, BigDecimal.ONE, BigDecimal.TWO, null, null);
    }
}
