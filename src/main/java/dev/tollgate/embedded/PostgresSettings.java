package dev.tollgate.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings, written anew at each start. What is durable by default stays so: fsync and synchronous_commit. */
final class PostgresSettings {

    private PostgresSettings() {}

    /** The text of {@code postgresql.conf}: the settings of an embedded server, then the given ones in their place. */
    static String render(int port, Map<String, String> overrides) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "256MB");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("max_wal_size", "2GB");
        settings.put("wal_compression", "on");
        settings.put("checkpoint_timeout", "15min");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_checkpoints", "off");
        settings.put("jit", "off");
        settings.putAll(overrides);
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining("\n", "# Written by Tollgate at each start.\n", "\n"));
    }
}
