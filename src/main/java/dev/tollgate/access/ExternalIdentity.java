package dev.tollgate.access;

import dev.tollgate.core.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as an OpenID Connect issuer vouches for them.
 *
 * @param provider the provider's name in the settings
 * @param issuer the issuer's address
 * @param subject the issuer's name for the person, 1 to 255 characters, never given to another
 * @param email the email address; null when the issuer tells none
 * @param emailVerified whether the issuer has made sure that the address is the person's
 * @param name the person's name; null when the issuer tells none
 */
public record ExternalIdentity(
        String provider,
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {

    private static final int LONGEST_SUBJECT = 255;

    /** Throws BAD_USER_INPUT when the subject is none. */
    public ExternalIdentity {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw ProblemException.badInput("sub", "A subject has 1 to " + LONGEST_SUBJECT + " characters.");
        }
    }

    /** The address, when it is one; whether it is verified or not. */
    Optional<EmailAddress> address() {
        try {
            return Optional.ofNullable(email).map(EmailAddress::new);
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** Neither name nor address, which do not belong in a log. */
    @Override
    public String toString() {
        return "ExternalIdentity[" + provider + "]";
    }
}
