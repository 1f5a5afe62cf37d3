package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.Span;
import org.jspecify.annotations.Nullable;

/** One answer of a subscription, shared by all who get it. */
final class Item {

    private final byte[] answer;
    private final @Nullable Span span;

    Item(byte[] answer, @Nullable Span span) {
        this.answer = answer;
        this.span = span;
    }

    /** The answer, in JSON. */
    byte[] answer() {
        return answer;
    }

    /** The stretch of the feed that it tells of; null when it has no place there. */
    @Nullable
    Span span() {
        return span;
    }
}
