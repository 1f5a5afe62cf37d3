package dev.tollgate.platform;

import dev.tollgate.access.Invitations;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.NewOrganization;
import dev.tollgate.organization.OrganizationRegister;
import dev.tollgate.organization.RegisteredOrganization;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers what operators do with organizations. */
@Controller
class OrganizationMutationsController {

    private final OrganizationRegister register;
    private final Invitations invitations;
    private final Operators operators;

    OrganizationMutationsController(OrganizationRegister register, Invitations invitations, Operators operators) {
        this.register = register;
        this.invitations = invitations;
        this.operators = operators;
    }

    @MutationMapping
    CreatedPayload createOrganization(@Argument CreateInput input, ViewerAuthentication authentication) {
        operators.require(authentication.getPrincipal());
        Cause cause = authentication.cause().because(input.reason());
        return register.create(
                new NewOrganization(input.slug(), input.name(), input.timeZone()),
                cause,
                made -> new CreatedPayload(
                        made, invite(made.organization().id(), cause, "ownerEmail", input.ownerEmail())));
    }

    @MutationMapping
    InvitedPayload inviteOrganizationOwner(@Argument InviteInput input, ViewerAuthentication authentication) {
        operators.require(authentication.getPrincipal());
        OrganizationId id = GlobalIds.organization(input.organizationId());
        if (register.find(id).isEmpty()) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
        }
        return new InvitedPayload(invite(id, authentication.cause().because(input.reason()), "email", input.email()));
    }

    @MutationMapping
    OrganizationPayload suspendOrganization(@Argument Input input, ViewerAuthentication authentication) {
        Viewer operator = authentication.getPrincipal();
        operators.require(operator);
        OrganizationId id = GlobalIds.organization(input.organizationId());
        if (id.equals(operator.organization())) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "This is the organization that you are in: switch to another before.");
        }
        return new OrganizationPayload(
                register.suspend(id, authentication.cause().because(input.reason())));
    }

    @MutationMapping
    OrganizationPayload resumeOrganization(@Argument Input input, ViewerAuthentication authentication) {
        operators.require(authentication.getPrincipal());
        return new OrganizationPayload(register.resume(
                GlobalIds.organization(input.organizationId()),
                authentication.cause().because(input.reason())));
    }

    private OwnerInvitation invite(OrganizationId organization, Cause cause, String field, String email) {
        try {
            Invitations.Sent sent = invitations.inviteOwner(organization, cause, email);
            String token = sent.link().token();
            return new OwnerInvitation(
                    sent.invitation().email(),
                    token,
                    "/invitation#" + token,
                    sent.link().expiresAt());
        } catch (ProblemException refused) {
            throw refused.about(field);
        }
    }

    record CreateInput(
            String slug,
            String name,
            String timeZone,
            String ownerEmail,
            @Nullable String reason) {}

    record InviteInput(
            String organizationId, String email, @Nullable String reason) {}

    record Input(String organizationId, @Nullable String reason) {}

    record OwnerInvitation(String email, String token, String path, Instant expiresAt) {

        @Override
        public String toString() {
            return "OwnerInvitation[" + email + "]";
        }
    }

    record CreatedPayload(RegisteredOrganization organization, OwnerInvitation invitation) {}

    record InvitedPayload(OwnerInvitation invitation) {}

    record OrganizationPayload(RegisteredOrganization organization) {}
}
