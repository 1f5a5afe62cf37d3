package dev.tollgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.testing.Patience;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.PlatformTransactionManager;

@TollgateTest
class TenantTransactionsTests {

    private static final String INSERT =
            "INSERT INTO usage_batch (organization_id, sequence, events, payload) VALUES (?, ?, 1, '')";

    private final TenantTransactions transactions;
    private final DSLContext dsl;
    private final PlatformTransactionManager manager;
    private final TestOrganizations organizations;
    private OrganizationId one = new OrganizationId(new java.util.UUID(0, 1));
    private OrganizationId other = one;

    @Autowired
    TenantTransactionsTests(
            TenantTransactions transactions,
            DSLContext dsl,
            PlatformTransactionManager manager,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.dsl = dsl;
        this.manager = manager;
        this.organizations = organizations;
    }

    @BeforeEach
    void createOrganizations() {
        one = organizations.create().id();
        other = organizations.create().id();
    }

    @Test
    void sayWhichOrganizationIsMeantAndForgetItAfterwards() {
        assertThat(transactions.read(one, TenantTransactionsTests::bound)).isEqualTo(one.toString());
        assertThat(transactions.write(other, TenantTransactionsTests::bound)).isEqualTo(other.toString());
        assertThat(bound(dsl)).isEmpty();
    }

    @Test
    void takeBackWhatFailingWorkWrote() {
        assertThatThrownBy(() -> transactions.write(one, sql -> {
                    insertState(sql);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(transactions.read(one, TenantTransactionsTests::states)).isZero();
    }

    @Test
    void readButDoNotWrite() {
        assertThatThrownBy(() -> transactions.read(one, sql -> sql.execute(INSERT, one.value(), 1)))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void readFromOneSnapshot() {
        List<Integer> seen = transactions.read(one, sql -> {
            int before = states(sql);
            elsewhere(() -> transactions.write(one, this::insertState));
            return List.of(before, states(sql));
        });

        assertThat(seen).containsExactly(0, 0);
        assertThat(transactions.read(one, TenantTransactionsTests::states)).isEqualTo(1);
    }

    @Test
    void cancelAReadThatTakesTooLong() {
        TenantTransactions impatient = new TenantTransactions(
                dsl, manager, new DatabaseSettings(null, null, null, null, null, 2, Duration.ofMillis(100)));

        assertThatThrownBy(() -> impatient.read(one, sql -> sql.fetch("SELECT pg_sleep(60)")))
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void doWorkOnASnapshotAgainWhenAnotherWasFaster() throws Exception {
        transactions.write(one, this::insertState);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> faster = threads.submit(() -> touch(bothHaveRead, attempts));
            Future<Integer> slower = threads.submit(() -> touch(bothHaveRead, attempts));
            assertThat(faster.get() + slower.get()).isEqualTo(2);
        }
        assertThat(attempts).hasValue(3);
    }

    private int touch(CyclicBarrier bothHaveRead, AtomicInteger attempts) {
        return transactions.writeOnSnapshot(one, sql -> {
            int rows = states(sql);
            if (attempts.incrementAndGet() <= 2) {
                await(bothHaveRead);
            }
            sql.execute("DELETE FROM rollup_state WHERE organization_id = ?", one.value());
            insertState(sql);
            return rows;
        });
    }

    private int insertState(DSLContext sql) {
        return sql.execute("INSERT INTO rollup_state (organization_id) VALUES (?)", one.value());
    }

    /** On a thread of its own, which is in no transaction. */
    private static void elsewhere(Runnable work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int states(DSLContext sql) {
        return sql.fetchCount(org.jooq.impl.DSL.table("rollup_state"));
    }

    private static String bound(DSLContext sql) {
        return sql.fetchSingle("SELECT coalesce(current_setting('app.organization_id', true), '')")
                .get(0, String.class);
    }
}
