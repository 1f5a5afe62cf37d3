package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageCommitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other nodes of this node's commits: one message an organization and interval, and never on the thread that commits. */
@Component
class CommitPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommitPublisher.class);

    /** What waits beyond this is dropped: other nodes read it from the log. */
    private static final int MOST_WAITING = 1_000;

    private final CommitChannel channel;
    private final LiveSettings settings;
    private final BlockingQueue<UsageCommitted> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean running;
    private Thread publisher = Thread.currentThread();

    CommitPublisher(CommitChannel channel, LiveSettings settings) {
        this.channel = channel;
        this.settings = settings;
    }

    @EventListener
    void committed(UsageCommitted commit) {
        if (!queue.offer(commit)) {
            log.debug("Other nodes are not told of a commit of organization {}", commit.organization());
        }
    }

    private void publish() {
        while (running || !queue.isEmpty()) {
            try {
                gather().forEach(channel::send);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.debug("Other nodes are not told of commits: {}", e.getMessage());
            }
        }
    }

    private Map<OrganizationId, List<UsageBatch>> gather() throws InterruptedException {
        Map<OrganizationId, List<UsageBatch>> gathered = new HashMap<>();
        UsageCommitted first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<UsageCommitted> commits = new ArrayList<>(List.of(first));
            TimeUnit.NANOSECONDS.sleep(settings.publish().toNanos());
            queue.drainTo(commits);
            commits.forEach(commit -> gathered.computeIfAbsent(commit.organization(), _ -> new ArrayList<>())
                    .add(commit.batch()));
        }
        return gathered;
    }

    @Override
    public void start() {
        running = true;
        publisher = Thread.ofVirtual().name("commit-publisher").start(this::publish);
    }

    @Override
    public void stop() {
        running = false;
        try {
            publisher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
