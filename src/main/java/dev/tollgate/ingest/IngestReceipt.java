package dev.tollgate.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list of events. Accepted and duplicate ones are durable.
 *
 * @param accepted how many are new
 * @param duplicates how many were recorded before, or stood twice in the list
 * @param rejected those that were not recorded, by their place
 */
public record IngestReceipt(int accepted, int duplicates, List<Rejection> rejected) {

    /**
     * An event that was not recorded.
     *
     * @param index its place in the list sent, from 0
     * @param field the field at fault; null when it is the event as a whole
     * @param message what is wrong
     */
    public record Rejection(int index, @Nullable String field, String message) {}
}
