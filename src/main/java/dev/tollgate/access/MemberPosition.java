package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import java.time.Instant;

/** A member's place in the list of members, who joined first is first; of those who joined at the same time the smaller id. */
public record MemberPosition(Instant joinedAt, AccountId account) {

    /** The place of this member. */
    public static MemberPosition of(Member member) {
        return new MemberPosition(member.joinedAt(), member.account().id());
    }
}
