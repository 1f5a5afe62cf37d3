package dev.tollgate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Inside transactions that are rolled back, so that no roller sees the batches. */
@TollgateTest
class UsageBatchesTests {

    private final UsageBatches batches;
    private final CommitLog log;
    private final TenantTransactions transactions;
    private final TransactionTemplate outer;
    private final OrganizationId organization;

    @Autowired
    UsageBatchesTests(
            UsageBatches batches,
            CommitLog log,
            TenantTransactions transactions,
            PlatformTransactionManager manager,
            TestOrganizations organizations) {
        this.batches = batches;
        this.log = log;
        this.transactions = transactions;
        this.outer = new TransactionTemplate(manager);
        this.organization = organizations.create().id();
    }

    @Test
    void areNumberedOneByOne() {
        rolledBack(sql -> {
            assertThat(batches.newest(sql, organization)).isZero();
            assertThat(List.of(add(sql, 1), add(sql, 1), add(sql, 1))).containsExactly(1L, 2L, 3L);
            assertThat(batches.newest(sql, organization)).isEqualTo(3);
        });
        rolledBack(sql -> assertThat(add(sql, 1)).isEqualTo(1));
    }

    @Test
    void areReadInOrderUntilThereAreEnoughEvents() {
        rolledBack(sql -> {
            add(sql, 3);
            add(sql, 4);
            add(sql, 5);

            assertThat(sizes(batches.after(sql, organization, 0, 1))).containsExactly(3);
            assertThat(sizes(batches.after(sql, organization, 0, 3))).containsExactly(3);
            assertThat(sizes(batches.after(sql, organization, 0, 4))).containsExactly(3, 4);
            assertThat(sizes(batches.after(sql, organization, 1, 100))).containsExactly(4, 5);
        });
    }

    @Test
    void tellWhichReservationsWereMadeForTheirCalls() {
        rolledBack(sql -> {
            add(sql, 1);
            sql.connection(connection ->
                    log.append(connection, organization, List.of(), List.of(), List.of("a", "it's \"b\", {c}")));

            assertThat(batches.after(sql, organization, 0, 100))
                    .extracting(UsageBatch::reservations)
                    .containsExactly(List.of(), List.of("a", "it's \"b\", {c}"));
        });
    }

    @Test
    void areForgottenUpToANumberOnceTheyAreOld() {
        rolledBack(sql -> {
            add(sql, 1);
            add(sql, 2);
            add(sql, 3);

            batches.trim(sql, organization, 2, Instant.EPOCH);
            assertThat(batches.oldest(sql, organization)).hasValue(1L);

            batches.trim(sql, organization, 2, Instant.now().plusSeconds(60));
            assertThat(batches.oldest(sql, organization)).hasValue(3L);
        });
    }

    @Test
    void tellSinceWhenTheOldestWaits() {
        rolledBack(sql -> {
            assertThat(batches.waitingSince(sql, organization, 0)).isEmpty();
            add(sql, 1);
            assertThat(batches.waitingSince(sql, organization, 0)).isPresent();
            assertThat(batches.waitingSince(sql, organization, 1)).isEmpty();
        });
    }

    private void rolledBack(Consumer<DSLContext> work) {
        outer.executeWithoutResult(status -> {
            status.setRollbackOnly();
            transactions.write(organization, sql -> {
                work.accept(sql);
                return organization;
            });
        });
    }

    private long add(DSLContext sql, int events) {
        Contribution contribution = Contribution.repriced(Instant.EPOCH, new AttributionId(1), null, Money.ZERO, 0);
        return log.append(
                        sql,
                        organization,
                        IntStream.range(0, events).mapToObj(_ -> contribution).toList())
                .sequence();
    }

    private static List<Integer> sizes(List<UsageBatch> waiting) {
        return waiting.stream().map(batch -> batch.contributions().size()).toList();
    }
}
