package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.Invitation;
import dev.tollgate.access.Invitations;
import dev.tollgate.access.Member;
import dev.tollgate.access.MemberPosition;
import dev.tollgate.access.Members;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.Cursors;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.organization.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.members} and {@code Organization.invitations}. */
@Controller
class MembersController {

    private static final int LARGEST_PAGE = 100;

    private final Members members;
    private final Invitations invitations;

    MembersController(Members members, Invitations invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    @SchemaMapping
    Connection<Member> members(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        int size = PageSize.of(first, LARGEST_PAGE);
        MemberPosition position = after == null ? null : position(after);
        List<Member> found = members.list(organization.id(), position, size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                member -> Cursors.encode(
                        member.joinedAt().toString(), member.account().id().toString()),
                position != null,
                found.size() > size,
                members.count(organization.id()));
    }

    @SchemaMapping
    List<Invitation> invitations(Organization organization, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        return invitations.open(organization.id());
    }

    @SchemaMapping
    Account user(Member member) {
        return member.account();
    }

    private static MemberPosition position(String cursor) {
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new MemberPosition(Cursors.moment(parts.getFirst()), AccountId.of(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Cursors.malformed(e);
        }
    }
}
