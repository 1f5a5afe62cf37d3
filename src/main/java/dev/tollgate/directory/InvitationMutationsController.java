package dev.tollgate.directory;

import dev.tollgate.access.Invitation;
import dev.tollgate.access.Invitations;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.Role;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers what is done with invitations. */
@Controller
class InvitationMutationsController {

    private final Invitations invitations;
    private final Profiles profiles;
    private final Organizations organizations;

    InvitationMutationsController(Invitations invitations, Profiles profiles, Organizations organizations) {
        this.invitations = invitations;
        this.profiles = profiles;
        this.organizations = organizations;
    }

    @MutationMapping
    SentPayload inviteMember(@Argument InviteInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.ADMIN);
        Invitations.Sent sent = invitations.invite(
                viewer.organization(),
                authentication.cause().because(input.reason()),
                input.email(),
                input.role(),
                input.validFor());
        String token = sent.link().token();
        return new SentPayload(sent.invitation(), token, "/invitation#" + token);
    }

    @MutationMapping
    RevokedPayload revokeInvitation(@Argument RevokeInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.ADMIN);
        return uuid(input.id())
                .flatMap(id -> invitations.revoke(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(RevokedPayload::new)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such invitation."));
    }

    @MutationMapping
    AcceptedPayload acceptInvitation(@Argument AcceptInput input, ViewerAuthentication authentication) {
        AccountId self = People.self(authentication);
        OrganizationId organization = invitations.accept(
                input.token(),
                self,
                authentication.cause(),
                authentication.session().orElse(null));
        authentication.session().ifPresent(session -> profiles.move(session, self, organization));
        return new AcceptedPayload(organizations.get(organization));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    record InviteInput(
            String email,
            Role role,
            Duration validFor,
            @Nullable String reason) {}

    record RevokeInput(String id, @Nullable String reason) {}

    record AcceptInput(String token) {

        @Override
        public String toString() {
            return "AcceptInput[…]";
        }
    }

    record SentPayload(Invitation invitation, String token, String path) {

        @Override
        public String toString() {
            return "SentPayload[" + invitation + "]";
        }
    }

    record RevokedPayload(Invitation invitation) {}

    record AcceptedPayload(Organization organization) {}
}
