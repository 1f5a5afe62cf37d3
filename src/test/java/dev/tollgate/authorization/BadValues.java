package dev.tollgate.authorization;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that are wrong, odd or at the edge, by what they stand in for. */
final class BadValues {

    private static final int LONG = 70_000;
    private static final int RANDOM_TEXTS = 3;
    private static final int RANDOM_LENGTH = 12;

    private static final List<Object> OF_ANOTHER_KIND =
            List.of(42, -1, new BigDecimal("1e400"), true, "text", List.of(), Map.of(), Map.of("a", 1));

    private static final List<String> TEXTS = List.of(
            "",
            "   ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "a\udc00b",
            "\u0007\u001b[31m",
            "\u202e",
            "\ud83d\ude00",
            "' OR 1=1 --",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>",
            "%s%n%x",
            "x".repeat(LONG));

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1.5",
            "1e300",
            "1e400",
            "1e-400",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "0.00000000000000000000000000001",
            "99999999999999999999999999999999");

    private static final List<String> NUMBERS_IN_WORDS =
            List.of("NaN", "Infinity", "-0", "1e999999999", "0x10", "١", "1,5");

    private static final List<String> TIMES = List.of(
            "yesterday",
            "0000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999Z",
            "1970-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01");

    private static final List<String> DURATIONS = List.of(
            "-PT1H", "PT0S", "P1Y", "P1M", "P999999999999D", "PT9223372036854775807S", "PT0.0000000001S", "PT", "1h");

    private BadValues() {}

    /** What stands in for any value, of whatever kind, beside null. */
    static List<Object> ofAnotherKind() {
        return OF_ANOTHER_KIND;
    }

    /** What stands in for a value of a scalar type. */
    static List<Object> of(String scalar, Random random) {
        List<Object> values = new ArrayList<>();
        switch (scalar) {
            case "Int", "Long", "Float", "Decimal" -> {
                NUMBERS.forEach(number -> values.add(new BigDecimal(number)));
                values.addAll(NUMBERS_IN_WORDS);
            }
            case "DateTime", "Date" -> values.addAll(TIMES);
            case "Duration" -> values.addAll(DURATIONS);
            case "ID" -> {
                values.addAll(TEXTS);
                values.addAll(ids());
            }
            case "Boolean" -> values.add("true");
            default -> {
                values.addAll(TEXTS);
                random.ints(RANDOM_TEXTS, 0, Integer.MAX_VALUE).forEach(seed -> values.add(text(new Random(seed))));
            }
        }
        return values;
    }

    private static List<String> ids() {
        return List.of(
                id("Quota:not-a-uuid"),
                id("Quota:00000000-0000-0000-0000-000000000000"),
                id("User:1-1-1-1-1"),
                id("Feature:\u0000"),
                id("Nothing:"),
                id(":"),
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1");
    }

    private static String id(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Any UTF-16 at all, halves of pairs too. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(RANDOM_LENGTH, 0, Character.MAX_VALUE + 1).forEach(unit -> text.append((char) unit));
        return text.toString();
    }
}
