package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Patience;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@TollgateTest
class ScheduledTasksTests {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final TaskScheduler scheduler;
    private final List<ScheduledTask> tasks;
    private final ApplicationContext beans;

    @Autowired
    ScheduledTasksTests(
            @Qualifier("taskScheduler") TaskScheduler scheduler,
            List<ScheduledTaskHolder> holders,
            ApplicationContext beans) {
        this.scheduler = scheduler;
        this.tasks = holders.stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Collection::stream)
                .toList();
        this.beans = beans;
    }

    @Test
    void goOnWhileOthersAreBlocked() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(3);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch runs = new CountDownLatch(3);
        List<? extends Future<?>> slow = IntStream.range(0, 3)
                .mapToObj(_ -> scheduler.scheduleWithFixedDelay(() -> block(blocked, end), AT_ONCE))
                .toList();
        assertThat(blocked.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        Future<?> quick = scheduler.scheduleWithFixedDelay(runs::countDown, AT_ONCE);

        assertThat(runs.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        quick.cancel(false);
        slow.forEach(task -> task.cancel(false));
        end.countDown();
    }

    @Test
    void haveAThreadEach() {
        assertThat(scheduler)
                .isInstanceOfSatisfying(
                        ThreadPoolTaskScheduler.class,
                        pool -> assertThat(pool.getScheduledThreadPoolExecutor().getCorePoolSize())
                                .isGreaterThanOrEqualTo(2 * tasks.size()));
        assertThat(tasks).isNotEmpty();
    }

    @Test
    void leaveTheApplicationItsExecutor() {
        assertThat(beans.getBean("applicationTaskExecutor")).isInstanceOf(Executor.class);
    }

    private static void block(CountDownLatch blocked, CountDownLatch end) {
        blocked.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
