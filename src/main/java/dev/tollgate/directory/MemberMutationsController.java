package dev.tollgate.directory;

import dev.tollgate.access.IssuedLink;
import dev.tollgate.access.Member;
import dev.tollgate.access.Members;
import dev.tollgate.access.PasswordChanges;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.Role;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers what an administrator does to a member. */
@Controller
class MemberMutationsController {

    private final Members members;
    private final Profiles profiles;
    private final PasswordChanges passwords;

    MemberMutationsController(Members members, Profiles profiles, PasswordChanges passwords) {
        this.members = members;
        this.profiles = profiles;
        this.passwords = passwords;
    }

    @MutationMapping
    MemberPayload changeMemberRole(@Argument RoleInput input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        return new MemberPayload(members.changeRole(
                viewer.organization(),
                authentication.cause().because(input.reason()),
                UserNodes.parse(input.userId()),
                input.role()));
    }

    @MutationMapping
    UserPayload removeMember(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        members.remove(viewer.organization(), authentication.cause().because(input.reason()), input.account());
        return new UserPayload(input.userId());
    }

    @MutationMapping
    MemberPayload suspendUser(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        return new MemberPayload(members.suspend(
                viewer.organization(), authentication.cause().because(input.reason()), input.account()));
    }

    @MutationMapping
    MemberPayload reinstateUser(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        return new MemberPayload(members.reinstate(
                viewer.organization(), authentication.cause().because(input.reason()), input.account()));
    }

    @MutationMapping
    UserPayload deleteUser(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        profiles.delete(viewer.organization(), authentication.cause().because(input.reason()), input.account());
        return new UserPayload(input.userId());
    }

    @MutationMapping
    LinkPayload createPasswordReset(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = admin(authentication);
        IssuedLink link =
                passwords.link(viewer.organization(), authentication.cause().because(input.reason()), input.account());
        return new LinkPayload(link.token(), "/reset-password#" + link.token(), link.expiresAt());
    }

    private static Viewer admin(ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.ADMIN);
        return viewer;
    }

    record Input(String userId, @Nullable String reason) {

        AccountId account() {
            return UserNodes.parse(userId);
        }
    }

    record RoleInput(String userId, Role role, @Nullable String reason) {}

    record MemberPayload(Member member) {}

    record UserPayload(String userId) {}

    record LinkPayload(String token, String path, Instant expiresAt) {

        @Override
        public String toString() {
            return "LinkPayload[" + expiresAt + "]";
        }
    }
}
