package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.time.Duration;

/**
 * A server to subscribe to, a process of its own.
 *
 * @param port where it listens on this machine
 * @param pid its process
 */
record LiveServer(int port, long pid) {

    static LiveServer of(ChildApplication application) {
        return new LiveServer(application.url("/").getPort(), application.pid());
    }

    /** The processor time it has used since it began. */
    Duration cpu() {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }
}
