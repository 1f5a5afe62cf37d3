package dev.tollgate.access;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, by the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Only
 * so many at a time, since each takes that memory and a whole core, and anybody may ask for one.
 */
@Component
class Passwords {

    /** What is stored for who has no password. */
    static final String NONE = "";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    /** The hash of a password that nobody knows. */
    private final String nobodys = encoder.encode(UUID.randomUUID().toString());

    /** The hash to store; BAD_USER_INPUT when the password is too short, too long or cannot be encoded. */
    String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw ProblemException.badInput(
                    "password", "A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (!Texts.isStorable(password)) {
            throw ProblemException.badInput("password", "A password has no NUL and no half of a character.");
        }
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password is the one; takes as long, and says no, when there is none. */
    boolean matches(String password, String hash) {
        boolean canBeOne = Texts.isStorable(password);
        return inTurn(() -> encoder.matches(canBeOne ? password : "", hash.equals(NONE) ? nobodys : hash));
    }

    /** Takes as long as {@link #matches} and says no, so that the time does not tell whether there is an account. */
    boolean matchesNobody(String password) {
        return matches(password, nobodys);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException busy() {
        return ProblemException.retryLater(ErrorCode.UNAVAILABLE, "Too many people are signing in.", PATIENCE);
    }
}
