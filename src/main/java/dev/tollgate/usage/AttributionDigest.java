package dev.tollgate.usage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What makes an attribution distinct: SHA-256 over its values, each with its length, so that no two can run together. */
record AttributionDigest(String hex) implements Comparable<AttributionDigest> {

    static AttributionDigest of(Attribution attribution) {
        MessageDigest sha256 = sha256();
        for (UsageDimension dimension : UsageDimension.values()) {
            if (dimension != UsageDimension.USER) {
                add(sha256, attribution.value(dimension));
            }
        }
        attribution.tags().forEach((name, value) -> {
            add(sha256, name);
            add(sha256, value);
        });
        return of(sha256.digest());
    }

    static AttributionDigest of(byte[] stored) {
        return new AttributionDigest(HexFormat.of().formatHex(stored));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(AttributionDigest other) {
        return hex.compareTo(other.hex);
    }

    private static void add(MessageDigest sha256, @Nullable String value) {
        if (value == null) {
            sha256.update((byte) 'n');
        } else {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
