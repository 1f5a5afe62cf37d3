package dev.tollgate.access.web;

/**
 * An OpenID Connect provider that people may sign in with, as the settings name it.
 *
 * @param name its name in settings and addresses: lower case letters, digits and hyphens
 * @param label what people know it as
 * @param issuer the issuer's address, under which its configuration is found
 * @param clientId what Tollgate is called there
 * @param clientSecret what Tollgate proves that with
 */
record OidcProvider(String name, String label, String issuer, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "OidcProvider[" + name + "]";
    }
}
