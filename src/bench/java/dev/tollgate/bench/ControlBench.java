package dev.tollgate.bench;

import dev.tollgate.TollgateApplication;
import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What the control plane costs those who heed it, and how soon a change of it counts everywhere. */
final class ControlBench {

    private ControlBench() {}

    static List<Row> run() {
        List<Row> rows = new ArrayList<>();
        try (BenchPostgres postgres = new BenchPostgres()) {
            try (ChildApplication one = node(postgres);
                    ChildApplication other = node(postgres)) {
                rows.add(FeatureToggleBench.row(one, other));
            }
            rows.add(FeatureDecisionBench.row(postgres));
        }
        try (ConfigurableApplicationContext application = start()) {
            QuotaBench quotas = new QuotaBench(application);
            rows.addAll(quotas.rows());
            rows.addAll(new PageBench(application).rows(quotas.few(), quotas.many()));
            rows.addAll(new KeyCheckBench(application).rows());
        }
        return rows;
    }

    /** What reserving and settling costs. */
    static List<Row> quotas() {
        try (ConfigurableApplicationContext application = start()) {
            return new QuotaBench(application).rows();
        }
    }

    private static ChildApplication node(BenchPostgres postgres) {
        return ChildApplication.start(ChildApplication.on(postgres.url()));
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
