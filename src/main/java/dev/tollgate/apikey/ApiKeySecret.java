package dev.tollgate.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of an API key: {@code tg_} and letters, digits, hyphens or underscores, at least 32 characters in all. */
record ApiKeySecret(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** 40 characters of 62 are 238 bits. */
    private static final int RANDOM_LENGTH = 40;

    private static final int PREFIX_LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("tg_[A-Za-z0-9_-]{29,197}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeySecret random() {
        StringBuilder text = new StringBuilder("tg_");
        RANDOM.ints(RANDOM_LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new ApiKeySecret(text.toString());
    }

    /** The text as a secret; empty when it does not look like one, so that nothing needs to be asked about it. */
    static Optional<ApiKeySecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    /**
     * What is stored and looked up in place of the secret. A plain SHA-256 is enough, since the secret has too many bits to be
     * guessed. The look-up need not take constant time either: its timing could at most tell about the hash, and nobody can
     * choose a secret whose hash begins in a given way and so work towards a stored one.
     */
    SecretHash hash() {
        try {
            return SecretHash.of(
                    MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
