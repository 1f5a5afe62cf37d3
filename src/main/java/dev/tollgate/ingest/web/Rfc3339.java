package dev.tollgate.ingest.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times. The form that nearly all senders use, {@code 2026-11-22T04:15:46.680Z}, is read several times faster than others. */
final class Rfc3339 {

    private static final int SHORTEST = "2026-11-22T04:15:46Z".length();
    private static final int LONGEST = "2026-11-22T04:15:46.123456789Z".length();
    private static final int NOT_A_NUMBER = -1;

    private Rfc3339() {}

    /** Throws {@link java.time.DateTimeException} when it is not a time. */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(end) != 'Z') {
            return false;
        }
        boolean marks = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        boolean fraction = end == 19 || (text.charAt(19) == '.' && number(text, 20, end) != NOT_A_NUMBER);
        return marks
                && fraction
                && number(text, 0, 4) != NOT_A_NUMBER
                && number(text, 5, 7) != NOT_A_NUMBER
                && number(text, 8, 10) != NOT_A_NUMBER
                && number(text, 11, 13) != NOT_A_NUMBER
                && number(text, 14, 16) != NOT_A_NUMBER
                && number(text, 17, 19) != NOT_A_NUMBER;
    }

    private static Instant usual(String text) {
        int nanos = 0;
        if (text.length() > SHORTEST) {
            nanos = number(text, 20, text.length() - 1);
            for (int digits = text.length() - 21; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = to > from ? 0 : NOT_A_NUMBER;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
