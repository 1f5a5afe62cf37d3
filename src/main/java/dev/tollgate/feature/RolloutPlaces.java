package dev.tollgate.feature;

import org.apache.datasketches.hash.XxHash;

/**
 * Gives everybody a place from 0 to 9,999 in a feature's rollout: the same on every node and for ever, and another one in every other
 * feature. A rollout takes the places below its part, so that nobody loses the feature while the part grows. XXH64 over the UTF-16
 * code units, little-endian, seeded with that of the feature's name.
 */
final class RolloutPlaces {

    static final int COUNT = 10_000;

    private final long seed;

    RolloutPlaces(String feature) {
        this.seed = hash(feature, 0);
    }

    int of(String subject) {
        return (int) Long.remainderUnsigned(hash(subject, seed), COUNT);
    }

    private static long hash(String text, long seed) {
        return XxHash.hashString(text, 0, text.length(), seed);
    }
}
