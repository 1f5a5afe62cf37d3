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
    private final TenantTransactions transactions;
    private final TransactionTemplate outer;
    private final OrganizationId organization;

    @Autowired
    UsageBatchesTests(
            UsageBatches batches,
            TenantTransactions transactions,
            PlatformTransactionManager manager,
            TestOrganizations organizations) {
        this.batches = batches;
        this.transactions = transactions;
        this.outer = new TransactionTemplate(manager);
        this.organization = organizations.create().id();
    }

    @Test
    void areTakenOldestFirstUntilThereAreEnoughEvents() {
        rolledBack(sql -> {
            add(sql, 3);
            add(sql, 4);
            add(sql, 5);

            assertThat(sizes(batches.oldest(sql, organization, 1))).containsExactly(3);
            assertThat(sizes(batches.oldest(sql, organization, 3))).containsExactly(3);
            assertThat(sizes(batches.oldest(sql, organization, 4))).containsExactly(3, 4);
            assertThat(sizes(batches.oldest(sql, organization, 100))).containsExactly(3, 4, 5);
        });
    }

    @Test
    void areAllThereWhenAllAreAskedFor() {
        rolledBack(sql -> {
            IntStream.range(0, 1_001).forEach(_ -> add(sql, 1));

            assertThat(batches.oldest(sql, organization, Integer.MAX_VALUE)).hasSize(1_000);
            assertThat(batches.all(sql, organization)).hasSize(1_001);
        });
    }

    @Test
    void areGoneOnceRolled() {
        rolledBack(sql -> {
            add(sql, 1);
            add(sql, 2);
            batches.delete(sql, organization, batches.oldest(sql, organization, 1));

            assertThat(sizes(batches.all(sql, organization))).containsExactly(2);
        });
    }

    @Test
    void tellSinceWhenTheOldestWaits() {
        rolledBack(sql -> {
            assertThat(batches.waitingSince(sql, organization)).isEmpty();
            add(sql, 1);
            assertThat(batches.waitingSince(sql, organization)).isPresent();
            assertThat(batches.organizationsWaiting()).contains(organization);
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

    private void add(DSLContext sql, int events) {
        Contribution contribution = Contribution.repriced(Instant.EPOCH, new AttributionId(1), null, Money.ZERO, 0);
        batches.add(
                sql,
                organization,
                IntStream.range(0, events).mapToObj(_ -> contribution).toList());
    }

    private static List<Integer> sizes(List<UsageBatches.Waiting> waiting) {
        return waiting.stream().map(batch -> batch.contributions().size()).toList();
    }
}
