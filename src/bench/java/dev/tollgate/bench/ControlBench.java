package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.util.ArrayList;
import java.util.List;

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
        return rows;
    }

    private static ChildApplication node(BenchPostgres postgres) {
        return ChildApplication.start(ChildApplication.on(postgres.url()));
    }
}
