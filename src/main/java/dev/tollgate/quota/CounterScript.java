package dev.tollgate.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

/** What Redis does to the counters in one step. The files say what each takes and answers. */
enum CounterScript {
    CALLS("reserve", "settle", "release", "calls"),
    RECORDED("recorded"),
    APPLY("apply"),
    INSTALL("install"),
    UNLOCK("unlock"),
    READ("read");

    private final String text;
    private final String sha;

    CounterScript(String... files) {
        this.text =
                file("counters") + Arrays.stream(files).map(CounterScript::file).collect(Collectors.joining());
        this.sha = sha1(text);
    }

    String text() {
        return text;
    }

    /** The name that Redis knows it by once it was loaded. */
    String sha() {
        return sha;
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static String file(String name) {
        try (InputStream in = CounterScript.class.getResourceAsStream("/quota/" + name + ".lua")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
