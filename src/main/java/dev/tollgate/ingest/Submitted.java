package dev.tollgate.ingest;

import org.jspecify.annotations.Nullable;

/** One place in the list that was sent. */
public sealed interface Submitted {

    /** An event that could be read. */
    record Event(EventDraft draft) implements Submitted {}

    /**
     * An event that could not.
     *
     * @param field the field at fault; null when it is the event as a whole
     * @param message what is wrong
     */
    record Malformed(@Nullable String field, String message) implements Submitted {}
}
