package dev.tollgate.authorization;

/** What becomes of a question, as far as rights go. */
enum Outcome {
    /** It is answered. */
    ALLOWED,
    /** Who asks is known, and may not. */
    FORBIDDEN,
    /** Nobody is known to ask. */
    UNAUTHENTICATED,
    /** For who asks there is no such thing. */
    NOT_FOUND,
    /** Anything else, which no entry of the table may expect. */
    OTHER;

    /** The outcome that an error code is. */
    static Outcome of(String code) {
        return switch (code) {
            case "FORBIDDEN" -> FORBIDDEN;
            case "UNAUTHENTICATED" -> UNAUTHENTICATED;
            case "NOT_FOUND" -> NOT_FOUND;
            default -> OTHER;
        };
    }
}
