package dev.tollgate.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.core.TokenProvenance;
import dev.tollgate.core.TokenUsage;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class UsageLedgerTests {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final DataSource dataSource;
    private final UsageLedger ledger;
    private final LedgerReader reader;
    private final UsageBatches batches;
    private final Attributions attributions;
    private final TenantTransactions transactions;
    private final OrganizationId organization;
    private final OrganizationId other;

    @Autowired
    UsageLedgerTests(
            DataSource dataSource,
            UsageLedger ledger,
            LedgerReader reader,
            UsageBatches batches,
            Attributions attributions,
            TenantTransactions transactions,
            TestOrganizations organizations) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.reader = reader;
        this.batches = batches;
        this.attributions = attributions;
        this.transactions = transactions;
        this.organization = organizations.create().id();
        this.other = organizations.create().id();
    }

    @Test
    void tellsWhichRowsWereNew() throws SQLException {
        LedgerRow a = row("a", now, null);
        LedgerRow b = row("b", now, null);

        assertThat(append(a)).containsExactly(a);
        assertThat(append(a, b)).containsExactly(b);
        assertThat(append(a, b)).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoWithOneName() throws SQLException {
        LedgerRow first = row("a", now, 7);
        LedgerRow second = row("a", now, 8);

        assertThat(append(first, second)).containsExactly(first);
        assertThat(read()).extracting(Contribution::latencyMs).containsExactly(7);
    }

    @Test
    void takesOneIdAtSeveralTimes() throws SQLException {
        List<LedgerRow> rows = List.of(
                row("a", now, 1), row("a", now.minusSeconds(1), 2), row("a", now.minus(Duration.ofDays(40)), 3));

        assertThat(append(rows.toArray(LedgerRow[]::new))).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(read()).extracting(Contribution::latencyMs).containsExactly(3, 2, 1);
    }

    @Test
    void takesOneNameInSeveralOrganizations() throws SQLException {
        LedgerRow a = row("a", now, null);

        assertThat(append(a)).hasSize(1);
        assertThat(append(other, a)).hasSize(1);
    }

    @Test
    void countsForTheCellsWhatItStoredAndNothingElse() throws SQLException {
        List<List<Contribution>> waiting = new ArrayList<>();
        inTransaction(connection -> {
            ledger.append(connection, organization, List.of(row("a", now, 5)));
            ledger.append(connection, organization, List.of(row("a", now, 5)));
            waiting.add(batchesOf(connection));
            connection.rollback();
        });

        assertThat(waiting.getFirst()).hasSize(1);
        assertThat(waiting.getFirst().getFirst().latencyMs()).isEqualTo(5);
        assertThat(read()).isEmpty();
    }

    @Test
    void readsBackAsContributionsWhatItTook() throws SQLException {
        LedgerRow row = row("a", now, 812);
        append(row);

        assertThat(read()).containsExactly(Contribution.of(row.event(), row.attribution()));
    }

    @Test
    void readsAWindowFromItsBeginToBeforeItsEnd() throws SQLException {
        append(row("a", now.minusSeconds(2), 1), row("b", now.minusSeconds(1), 2), row("c", now, 3));

        assertThat(read(new TimeWindow(now.minusSeconds(2), now)))
                .extracting(Contribution::latencyMs)
                .containsExactly(1, 2);
    }

    @Test
    void refusesWhatNoPartitionIsFor() {
        assertThatThrownBy(() -> append(row("a", now.minus(Duration.ofDays(4_000)), null)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no partition");
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private List<LedgerRow> append(LedgerRow... rows) throws SQLException {
        return append(organization, rows);
    }

    private List<LedgerRow> append(OrganizationId to, LedgerRow... rows) throws SQLException {
        List<LedgerRow> added = new ArrayList<>();
        inTransaction(connection ->
                added.addAll(ledger.append(connection, to, List.of(rows)).rows()));
        return added;
    }

    private List<Contribution> batchesOf(Connection connection) {
        return batches.after(DSL.using(connection, SQLDialect.POSTGRES), organization, 0, Integer.MAX_VALUE).stream()
                .flatMap(batch -> batch.contributions().stream())
                .toList();
    }

    private List<Contribution> read() {
        return read(new TimeWindow(now.minus(Duration.ofDays(60)), now.plusSeconds(1)));
    }

    private List<Contribution> read(TimeWindow window) {
        List<Contribution> contributions = new ArrayList<>();
        transactions.read(organization, sql -> {
            reader.forEach(sql, organization, window, contributions::add);
            return contributions;
        });
        return contributions;
    }

    private LedgerRow row(String id, Instant occurredAt, @Nullable Integer latencyMs) {
        Attribution attribution = new Attribution(
                "openai",
                "gpt-5.5",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                RequestType.CHAT,
                null,
                Collections.emptySortedMap());
        UsageEvent event = new UsageEvent(
                id,
                occurredAt,
                now,
                attribution,
                "ü-1",
                "session",
                "request",
                null,
                UsageStatus.ERROR,
                "overloaded",
                3,
                new TokenUsage(100L, 20L, 3L, 4L, 50L, 6L, null, null, TokenProvenance.PROVIDER),
                null,
                latencyMs,
                null,
                new EventCost.Reported(Money.of("1.25")));
        return new LedgerRow(
                event,
                Objects.requireNonNull(
                        attributions.idsOf(organization, List.of(attribution)).getFirst()),
                null);
    }
}
