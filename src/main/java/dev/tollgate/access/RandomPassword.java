package dev.tollgate.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that are shown once and copied by hand. */
public final class RandomPassword {

    /** Letters and digits that are not taken for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private RandomPassword() {}

    /** Twenty letters and digits. */
    public static String next() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
