package dev.tollgate.graphql;

import graphql.GraphQLContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one request costs: about 1 for each object in its answer and 1 for every thousand cells read. Safe to use from several
 * threads.
 */
public final class QueryCost {

    /** How many cells cost 1. */
    public static final long CELLS_PER_UNIT = 1000;

    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong cellsRead = new AtomicLong();

    private QueryCost() {}

    /** The collector of the request that the context belongs to. */
    public static QueryCost of(GraphQLContext context) {
        return context.computeIfAbsent(QueryCost.class, _ -> new QueryCost());
    }

    /** Counts cells that were really read to answer the request. */
    public void addCellsRead(long cells) {
        cellsRead.addAndGet(cells);
    }

    /** How many cells were read so far. */
    public long cellsRead() {
        return cellsRead.get();
    }

    /** The cost as computed before execution; 0 when the request was refused before that. */
    public long requested() {
        return requested.get();
    }

    void setRequested(long cost) {
        requested.set(cost);
    }

    /** What so many cells cost, rounded up. */
    static long ofCells(long cells) {
        return Math.ceilDiv(cells, CELLS_PER_UNIT);
    }
}
