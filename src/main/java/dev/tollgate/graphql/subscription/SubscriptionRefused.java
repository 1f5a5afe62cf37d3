package dev.tollgate.graphql.subscription;

/** A subscription that cannot be executed, or not further. */
final class SubscriptionRefused extends RuntimeException {

    private final transient byte[] errors;
    private final boolean passing;

    /**
     * A refusal.
     *
     * @param errors why, as a list of errors in JSON
     * @param passing whether it may work later
     */
    SubscriptionRefused(byte[] errors, boolean passing) {
        super(null, null, false, false);
        this.errors = errors;
        this.passing = passing;
    }

    byte[] errors() {
        return errors;
    }

    boolean isPassing() {
        return passing;
    }
}
