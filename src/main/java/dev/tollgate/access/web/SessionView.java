package dev.tollgate.access.web;

import dev.tollgate.access.Account;
import dev.tollgate.organization.Organization;

/** The session as its browser sees it. */
record SessionView(String email, String name, OrganizationView organization) {

    record OrganizationView(String slug, String name, String timeZone) {}

    static SessionView of(Account account, Organization organization) {
        return new SessionView(
                account.email(),
                account.name(),
                new OrganizationView(
                        organization.slug(),
                        organization.name(),
                        organization.timeZone().getId()));
    }
}
