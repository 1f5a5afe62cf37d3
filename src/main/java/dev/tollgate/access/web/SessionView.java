package dev.tollgate.access.web;

import dev.tollgate.access.Account;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import java.util.List;

/** The session as its browser sees it. */
record SessionView(String email, String name, List<Scope> scopes, OrganizationView organization) {

    record OrganizationView(String slug, String name, String timeZone) {}

    static SessionView of(Account account, Viewer viewer, Organization organization) {
        return new SessionView(
                account.email(),
                account.name(),
                viewer.scopes().stream().sorted().toList(),
                new OrganizationView(
                        organization.slug(),
                        organization.name(),
                        organization.timeZone().getId()));
    }
}
