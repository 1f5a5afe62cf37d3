package dev.tollgate.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For how long tests wait for what must happen: far longer than it takes, since a test machine may be slow and busy, and a wait
 * ends as soon as it has happened. Holds for every test, which need not ask for it.
 */
public final class Patience implements BeforeAllCallback {

    /** Long enough for anything but a defect. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
