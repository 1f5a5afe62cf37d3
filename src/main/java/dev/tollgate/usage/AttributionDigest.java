package dev.tollgate.usage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What makes an attribution distinct: SHA-256 over its values, each with its length, so that no two can run together. */
final class AttributionDigest {

    private final MessageDigest sha256;

    private AttributionDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] of(Attribution attribution) {
        AttributionDigest digest = new AttributionDigest();
        for (UsageDimension dimension : UsageDimension.values()) {
            if (dimension != UsageDimension.USER) {
                digest.add(attribution.value(dimension));
            }
        }
        attribution.tags().forEach((name, value) -> {
            digest.add(name);
            digest.add(value);
        });
        return digest.sha256.digest();
    }

    private void add(@Nullable String value) {
        if (value == null) {
            sha256.update((byte) 'n');
        } else {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
    }
}
