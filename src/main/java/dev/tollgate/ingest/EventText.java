package dev.tollgate.ingest;

import org.jspecify.annotations.Nullable;

/** Checks the names in an event. */
final class EventText {

    static final int LONGEST = 200;

    private EventText() {}

    /** The name without surrounding white space; rejects a missing one. */
    static String required(String field, @Nullable String value) throws InvalidEventException {
        String text = optional(field, value);
        if (text == null) {
            throw new InvalidEventException(field, field + " is required.");
        }
        return text;
    }

    /** The name without surrounding white space; null when it is not given. */
    static @Nullable String optional(String field, @Nullable String value) throws InvalidEventException {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.isEmpty()) {
            throw new InvalidEventException(field, field + " must not be blank.");
        }
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            throw new InvalidEventException(field, field + " must have at most " + LONGEST + " characters.");
        }
        checkStorable(field, text);
        return text;
    }

    /** PostgreSQL stores neither NUL nor half of a surrogate pair. */
    static void checkStorable(String field, String text) throws InvalidEventException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new InvalidEventException(field, field + " must not contain a NUL character.");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new InvalidEventException(field, field + " is not valid Unicode.");
            }
        }
    }

    /** The constant of that name; rejects one that does not exist, naming those that do. */
    static <E extends Enum<E>> E constant(String field, Class<E> type, @Nullable String value, E ifAbsent)
            throws InvalidEventException {
        if (value == null) {
            return ifAbsent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new InvalidEventException(
                field, field + " must be one of " + java.util.Arrays.toString(type.getEnumConstants()) + ".");
    }
}
