package dev.tollgate.credential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A secret with the key it is encrypted with, in one text: {@code sealed:1:<master key ids>:<wrapped keys>:<ciphertext>}.
 *
 * @param wrapped the key as each of some master keys wrapped it, the one that takes the place of the others last
 * @param ciphertext the secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedText(List<Wrapped> wrapped, byte[] ciphertext) {

    private static final String BEGINNING = "sealed:1:";

    /** A data key as one master key wrapped it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrapped(String masterKeyId, byte[] key) {}

    static boolean is(String text) {
        return text.startsWith(BEGINNING);
    }

    static SealedText parse(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        if (!is(text) || parts.size() != 5) {
            throw new IllegalArgumentException("this is no sealed secret");
        }
        List<String> ids = Arrays.asList(parts.get(2).split(",", -1));
        List<String> keys = Arrays.asList(parts.get(3).split(",", -1));
        List<Wrapped> wrapped = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            wrapped.add(new Wrapped(ids.get(i), Base64.getDecoder().decode(keys.get(i))));
        }
        return new SealedText(wrapped, Base64.getDecoder().decode(parts.get(4)));
    }

    /** The place of the last of these master keys; -1 where none has wrapped the key. */
    int place(List<String> masterKeyIds) {
        for (int i = wrapped.size() - 1; i >= 0; i--) {
            if (masterKeyIds.contains(wrapped.get(i).masterKeyId())) {
                return i;
            }
        }
        return -1;
    }

    /** The same with the key wrapped by one more, which takes the place of the others. */
    SealedText with(Wrapped newest) {
        List<Wrapped> more = wrapped.stream()
                .filter(one -> !one.masterKeyId().equals(newest.masterKeyId()))
                .collect(Collectors.toCollection(ArrayList::new));
        more.add(newest);
        return new SealedText(more, ciphertext);
    }

    /** The same without what the first ones wrapped. */
    SealedText from(int place) {
        return new SealedText(wrapped.subList(place, wrapped.size()), ciphertext);
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return BEGINNING
                + wrapped.stream().map(Wrapped::masterKeyId).collect(Collectors.joining(","))
                + ":"
                + wrapped.stream().map(one -> base64.encodeToString(one.key())).collect(Collectors.joining(","))
                + ":"
                + base64.encodeToString(ciphertext);
    }
}
