package dev.tollgate.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Records the statements that the application runs through jOOQ, those of other threads included. */
public final class StatementLog implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Queue<String> statements = new ConcurrentLinkedQueue<>();
    private volatile boolean recording;

    /** The statements run meanwhile that name the table. */
    public List<String> during(String table, Runnable work) {
        statements.clear();
        recording = true;
        try {
            work.run();
        } finally {
            recording = false;
        }
        return statements.stream().filter(sql -> sql.contains(table)).toList();
    }

    @Override
    public void executeStart(ExecuteContext context) {
        @Nullable String sql = context.sql();
        if (recording && sql != null) {
            statements.add(sql);
        }
    }
}
