package dev.tollgate.bench;

import dev.tollgate.TollgateApplication;
import dev.tollgate.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** How fast the control plane decides, in the process of the application. */
final class ControlBench {

    private ControlBench() {}

    static List<Row> run() {
        try (ConfigurableApplicationContext application = start()) {
            List<Row> rows = new ArrayList<>(new QuotaBench(application).rows());
            rows.addAll(new KeyCheckBench(application).rows());
            return rows;
        }
    }

    private static ConfigurableApplicationContext start() {
        return SpringApplication.run(
                TollgateApplication.class,
                "--server.port=0",
                "--tollgate.demo=false",
                "--tollgate.database.url=" + TestServers.databaseUrl(),
                "--tollgate.database.username=postgres",
                "--tollgate.redis.url=" + TestServers.redisUrl());
    }
}
