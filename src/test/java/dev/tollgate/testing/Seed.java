package dev.tollgate.testing;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The seed of the random choices of tests: another one in each run, so that in time all choices are tried. */
public final class Seed {

    private static final Logger log = LoggerFactory.getLogger(Seed.class);
    private static final String PROPERTY = "tollgate.seed";
    private static final long VALUE = Long.getLong(PROPERTY, new SecureRandom().nextLong());

    static {
        log.info("Random choices are made as they are {}", hint());
    }

    private Seed() {}

    /** The same in the whole run. */
    public static long value() {
        return VALUE;
    }

    /** How a run makes the same choices again; to be told when one fails. */
    public static String hint() {
        return "with -D" + PROPERTY + "=" + VALUE;
    }
}
