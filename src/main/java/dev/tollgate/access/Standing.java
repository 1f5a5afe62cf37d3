package dev.tollgate.access;

import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who may change owners: owners alone, also through keys of theirs, and Tollgate itself. */
@Component
class Standing {

    private final ApiKeys keys;

    Standing(ApiKeys keys) {
        this.keys = keys;
    }

    /** FORBIDDEN when a change to or from this role is for owners alone and the actor is none. */
    void require(DSLContext bound, OrganizationId organization, Actor actor, Role changed) {
        if (changed == Role.OWNER && !isOwner(bound, organization, actor)) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "Only an owner may do this with an owner.");
        }
    }

    private boolean isOwner(DSLContext bound, OrganizationId organization, Actor actor) {
        return switch (actor) {
            case Actor.Person person -> isOwner(bound, organization, person);
            case Actor.Key(var id) -> {
                Optional<ApiKey> key = keys.find(organization, id);
                // A key that nobody owns was made by Tollgate, for the one who installed it.
                yield key.isPresent()
                        && key.map(ApiKey::owner)
                                .map(owner -> isOwner(bound, organization, new Actor.Person(owner)))
                                .orElse(true);
            }
            case Actor.Tollgate() -> true;
        };
    }

    private static boolean isOwner(DSLContext bound, OrganizationId organization, Actor.Person person) {
        return new MemberTable(bound, organization).role(person.account()).equals(Optional.of(Role.OWNER));
    }
}
