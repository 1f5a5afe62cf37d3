package dev.tollgate.alert;

import org.jspecify.annotations.Nullable;

/** What an attempt to deliver came to. */
sealed interface AttemptResult {

    /** The HTTP status of the answer; null when there was none. */
    @Nullable
    Integer responseCode();

    /** Why it failed, with no secret in it; null when it did not. */
    @Nullable
    String error();

    /** The destination has taken it. */
    record Delivered(@Nullable Integer responseCode) implements AttemptResult {

        @Override
        public @Nullable String error() {
            return null;
        }
    }

    /** Another attempt may succeed. */
    record Failed(@Nullable Integer responseCode, String error) implements AttemptResult {}

    /** Another attempt would fail too. */
    record Refused(String error) implements AttemptResult {

        @Override
        public @Nullable Integer responseCode() {
            return null;
        }
    }
}
