package dev.tollgate.access;

import dev.tollgate.core.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An email address as it is stored and compared: without spaces around it, in lower case. */
record EmailAddress(String value) {

    private static final int LONGEST = 254;
    /** Whether mail arrives there is not for a pattern to tell; this keeps out what cannot be an address. */
    private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cs}]+@[^\\s@\\p{Cntrl}\\p{Cs}]+");

    EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw ProblemException.badInput("email", "This is not an email address.");
        }
    }
}
