package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What nodes know of changed quotas when nobody asks: a call never waits for them to be read. */
@TollgateTest
class QuotaBooksTests {

    private final Quotas quotas;
    private final QuotaBooks books;
    private final OrganizationId organization;
    private final Nodes.Node other;

    @Autowired
    QuotaBooksTests(Quotas quotas, QuotaBooks books, TestOrganizations organizations, ApplicationContext beans) {
        this.quotas = quotas;
        this.books = books;
        this.organization = organizations.create().id();
        this.other = new Nodes(beans).create();
    }

    @AfterEach
    void end() {
        other.close();
    }

    @Test
    void areReplacedOnEveryNodeBeforeAnybodyAsks() {
        books.of(organization);
        other.books().of(organization);

        Quota quota = create();

        assertThat(known(books, quota)).hasValue(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(known(other.books(), quota)).hasValue(1));
    }

    @Test
    void keepWhatIsKnownOfTheCountersWhenQuotasChange() {
        create();
        books.of(organization).caughtUp(7);

        create();

        assertThat(books.of(organization).all()).hasSize(2);
        assertThat(books.of(organization).isCaughtUp(7)).isTrue();
        assertThat(books.of(organization).isCaughtUp(8)).isFalse();
    }

    @Test
    void areNotReadForOrganizationsThatAreNotActive() {
        create();

        assertThat(other.books().active(organization)).isEmpty();
    }

    private static Optional<Integer> known(QuotaBooks books, Quota quota) {
        return books.active(quota.organization())
                .flatMap(book -> book.find(quota.id()))
                .map(found -> found.quota().version());
    }

    private Quota create() {
        QuotaDraft draft = new QuotaDraft(
                "all",
                QuotaScope.ORGANIZATION,
                new QuotaLimits(100L, null, null, null, null),
                new PeriodRule(QuotaPeriod.DAILY, 1, 0),
                EnforcementMode.BLOCK,
                80,
                95,
                false,
                QuotaRate.NONE);
        return quotas.create(organization, Cause.TOLLGATE, draft);
    }
}
