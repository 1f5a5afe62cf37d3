package dev.tollgate.bootstrap;

import java.util.Optional;

/**
 * How to sign in for the first time. Nothing of it is stored in this form.
 *
 * @param email the owner's login name
 * @param password the owner's password
 * @param apiKey the secret of the first API key; empty when it was given by a setting, which is not repeated
 */
record FirstCredentials(String email, String password, Optional<String> apiKey) {

    /** The block shown once in the log. */
    String notice(String url) {
        return """

                ────────────────────────────────────────────────────────────────────────
                  Open       %s
                  Sign in    %s
                  Password   %s
                  API key    %s

                  Password and key are shown this once: keep them.
                ────────────────────────────────────────────────────────────────────────
                """.formatted(url, email, password, apiKey.orElse("the one in TOLLGATE_BOOTSTRAP_KEY"));
    }

    @Override
    public String toString() {
        return "FirstCredentials[" + email + "]";
    }
}
