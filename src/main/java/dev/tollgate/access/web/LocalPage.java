package dev.tollgate.access.web;

import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** An address of a page of ours, which no browser takes for another site's. */
final class LocalPage {

    private static final int LONGEST = 1_000;
    /** Characters of an address as browsers send it, and so no backslash; two slashes would begin the name of a server. */
    private static final Pattern FORM = Pattern.compile("/(?!/)[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%#]*");

    private LocalPage() {}

    /** The address; BAD_USER_INPUT with the field when it may lead elsewhere. */
    static String checked(String field, String page) {
        if (!is(page)) {
            throw ProblemException.badInput(field, "Only a page of this site can be gone on to.");
        }
        return page;
    }

    static boolean is(String page) {
        if (page.length() > LONGEST || !FORM.matcher(page).matches()) {
            return false;
        }
        try {
            return new URI(page).getHost() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
