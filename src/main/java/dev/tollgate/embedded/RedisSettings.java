package dev.tollgate.embedded;

import java.nio.file.Path;
import org.apache.commons.lang3.SystemUtils;

/** The settings of the embedded Redis, written anew at each start. */
final class RedisSettings {

    /** In the background a terminal's Ctrl-C does not reach Redis before the application has closed its connections. */
    static final boolean DAEMONIZE = !SystemUtils.IS_OS_WINDOWS;

    private RedisSettings() {}

    /** The text of {@code redis.conf}. */
    static String render(int port, String password, Path folder, Path pidFile) {
        return """
                # Written by Tollgate at each start.
                bind 127.0.0.1
                port %d
                requirepass %s
                dir %s
                pidfile %s
                daemonize %s
                logfile %s
                loglevel warning
                appendonly yes
                appendfsync everysec
                save ""
                """.formatted(
                        port,
                        password,
                        quoted(folder),
                        quoted(pidFile),
                        DAEMONIZE ? "yes" : "no",
                        quoted(folder.resolve("redis.log")));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
