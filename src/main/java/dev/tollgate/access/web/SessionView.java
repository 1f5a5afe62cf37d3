package dev.tollgate.access.web;

import dev.tollgate.access.Account;
import dev.tollgate.access.Preferences;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import java.util.Comparator;
import java.util.List;

/** The session as its browser sees it. */
record SessionView(
        String email,
        String name,
        List<Scope> scopes,
        OrganizationView organization,
        List<OrganizationView> organizations,
        Preferences preferences,
        boolean operator) {

    record OrganizationView(String slug, String name, String timeZone) {}

    /** The organizations are all that the person may act in; the operator is above all of them. */
    static SessionView of(
            Account account,
            Viewer viewer,
            Organization organization,
            List<Organization> organizations,
            Preferences preferences,
            boolean operator) {
        return new SessionView(
                account.email(),
                account.name(),
                viewer.scopes().stream().sorted().toList(),
                view(organization),
                organizations.stream()
                        .sorted(Comparator.comparing(Organization::name, String.CASE_INSENSITIVE_ORDER))
                        .map(SessionView::view)
                        .toList(),
                preferences,
                operator);
    }

    private static OrganizationView view(Organization organization) {
        return new OrganizationView(
                organization.slug(),
                organization.name(),
                organization.timeZone().getId());
    }
}
