package dev.tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Role;
import dev.tollgate.audit.Cause;
import dev.tollgate.demo.DemoUsage;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.RollupFreshness;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The first page through the real application, in a headless browser, on the demo's usage. */
@TollgateTest
@TestPropertySource(
        properties = {
            "tollgate.demo-events=20000",
            "tollgate.alerts.work=true",
            "tollgate.alerts.interval=1s",
            "tollgate.alerts.allow-private-networks=true"
        })
@EnabledIf(value = "clientIsBuilt", disabledReason = "the web client was left out with -Dskip.web=true")
class OverviewBrowserIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final TestApi api;
    private final TestOrganizations organizations;
    private final Accounts accounts;
    private final Operators operators;
    private final DemoUsage demo;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;

    @Autowired
    OverviewBrowserIT(
            TestApi api,
            TestOrganizations organizations,
            Accounts accounts,
            Operators operators,
            DemoUsage demo,
            TenantTransactions transactions,
            RollupFreshness freshness) {
        this.api = api;
        this.organizations = organizations;
        this.accounts = accounts;
        this.operators = operators;
        this.demo = demo;
        this.transactions = transactions;
        this.freshness = freshness;
    }

    static boolean clientIsBuilt() {
        return OverviewBrowserIT.class.getResource("/static/index.html") != null;
    }

    @Test
    void worksInABrowser() throws InterruptedException {
        Organization organization = organizations.create(ZoneId.of("Europe/Berlin"));
        String owner = organization.slug() + "@example.com";
        accounts.create(owner, "Olive Owner", PASSWORD, organization.id(), Role.OWNER);
        operators.grant(organization.id(), Cause.TOLLGATE, owner);
        demo.load(organization.id());
        await().atMost(Duration.ofMinutes(10)).until(() -> isCounted(organization));

        BrowserTests tests = BrowserTests.run(api.origin(), owner, PASSWORD);

        assertThat(tests.exitCode()).as(tests.output()).isZero();
    }

    private boolean isCounted(Organization organization) {
        Instant now = Instant.MAX;
        return transactions
                .read(organization.id(), sql -> freshness.committedThrough(sql, organization.id(), now))
                .equals(now);
    }
}
