package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.AccountSessions;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Member;
import dev.tollgate.access.Members;
import dev.tollgate.access.PasswordChanges;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.Role;
import dev.tollgate.access.SessionAudit;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what people do with their own account and session. */
@Controller
class ProfileController {

    private final Profiles profiles;
    private final PasswordChanges passwords;
    private final AccountSessions sessions;
    private final SessionAudit audit;
    private final Accounts accounts;
    private final Members members;
    private final Organizations organizations;

    ProfileController(
            Profiles profiles,
            PasswordChanges passwords,
            AccountSessions sessions,
            SessionAudit audit,
            Accounts accounts,
            Members members,
            Organizations organizations) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.accounts = accounts;
        this.members = members;
        this.organizations = organizations;
    }

    @MutationMapping
    SelfPayload changePassword(@Argument PasswordInput input, ViewerAuthentication authentication) {
        AccountId self = People.self(authentication);
        try {
            passwords.change(
                    authentication.getPrincipal().organization(),
                    authentication.cause(),
                    self,
                    input.currentPassword(),
                    input.newPassword(),
                    authentication.session().orElse(null));
        } catch (ProblemException refused) {
            audit.refusedPassword(authentication, self, refused);
            throw refused;
        }
        return payload(self);
    }

    @MutationMapping
    SelfPayload updateProfile(@Argument ProfileInput input, ViewerAuthentication authentication) {
        return new SelfPayload(profiles.rename(
                authentication.getPrincipal().organization(),
                authentication.cause(),
                People.self(authentication),
                input.name()));
    }

    @MutationMapping
    SelfPayload signOutEverywhere(ViewerAuthentication authentication) {
        AccountId self = People.self(authentication);
        audit.signedOutEverywhere(authentication, self);
        sessions.end(self, (String) null);
        return payload(self);
    }

    @MutationMapping
    SwitchPayload switchOrganization(@Argument SwitchInput input, ViewerAuthentication authentication) {
        AccountId self = People.self(authentication);
        String session = authentication.session().orElseThrow(ProfileController::unknown);
        Organization organization = organizations.findBySlug(input.slug()).orElseThrow(ProfileController::unknown);
        profiles.move(session, self, organization.id());
        audit.entered(authentication, self, organization.id());
        return new SwitchPayload(organization);
    }

    @SchemaMapping
    Optional<Role> role(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Person(var self)
                ? members.find(viewer.organization(), self).map(Member::role)
                : Optional.empty();
    }

    @SchemaMapping(typeName = "Viewer", field = "organizations")
    List<Organization> organizations(Viewer viewer) {
        List<OrganizationId> ids = viewer.identity() instanceof Viewer.Person(var self)
                ? profiles.organizations(self)
                : List.of(viewer.organization());
        return ids.stream().map(organizations::get).toList();
    }

    private SelfPayload payload(AccountId self) {
        return new SelfPayload(accounts.find(self).orElseThrow(ProfileController::unknown));
    }

    private static ProblemException unknown() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
    }

    record PasswordInput(String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "PasswordInput[…]";
        }
    }

    record ProfileInput(String name) {}

    record SwitchInput(String slug) {}

    record SelfPayload(Account user) {}

    record SwitchPayload(Organization organization) {}
}
