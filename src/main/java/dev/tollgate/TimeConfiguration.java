package dev.tollgate;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimeConfiguration {

    /** More than there are tasks; a thread costs next to nothing while it waits. */
    private static final int THREADS = 64;

    private static final int SECONDS_TO_FINISH = 5;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Runs what is scheduled, each task on a thread of its own: with virtual threads, Spring's own scheduler runs all that have a fixed
     * delay on one, and a slow one would hold up those that look for revoked keys. Declared as no executor, so that Spring Boot
     * still makes the application's.
     */
    @Bean
    TaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadFactory(Thread.ofVirtual().name("scheduling-", 1).factory());
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        return scheduler;
    }
}
