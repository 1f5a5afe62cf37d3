package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursor of a place in a feed: opaque to clients, the same for every subscription of an organization.
 *
 * @param place the place
 * @param reached when it was reached; {@link Instant#EPOCH} when unknown
 */
public record FeedCursor(long place, Instant reached) {

    private static final Pattern FORM = Pattern.compile("live:(\\d{1,18})(?::(\\d{1,14}))?");

    /** The cursor of a place that was reached at a time. */
    public static String of(long place, Instant reached) {
        return encode("live:" + place + ":" + reached.toEpochMilli());
    }

    /** The cursor of a place. */
    public static String of(long place) {
        return encode("live:" + place);
    }

    /** The place; BAD_USER_INPUT naming {@code after} when it is no such cursor. */
    public static long place(String cursor) {
        return parse(cursor).place();
    }

    /** Reads a cursor; BAD_USER_INPUT naming {@code after} when it is none. */
    public static FeedCursor parse(String cursor) {
        Matcher form = FORM.matcher(decode(cursor));
        if (!form.matches()) {
            throw unknown();
        }
        Instant reached = form.group(2) == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(form.group(2)));
        return new FeedCursor(Long.parseLong(form.group(1)), reached);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            ProblemException unknown = unknown();
            unknown.initCause(e);
            throw unknown;
        }
    }

    private static ProblemException unknown() {
        return ProblemException.badInput("after", "That is not a cursor of the live feed.");
    }
}
