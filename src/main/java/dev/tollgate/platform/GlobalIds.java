package dev.tollgate.platform;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import java.util.UUID;
import java.util.function.Function;

/** The global ids that operators name things by. */
final class GlobalIds {

    private static final String ORGANIZATION = "Organization";
    private static final String USER = "User";

    private GlobalIds() {}

    static String of(OrganizationId organization) {
        return new GlobalId(ORGANIZATION, organization.toString()).encode();
    }

    /** The organization that it names, there or not; NOT_FOUND when it names something else. */
    static OrganizationId organization(String globalId) {
        return parse(globalId, ORGANIZATION, OrganizationId::new, "There is no such organization.");
    }

    /** The person that it names, there or not; NOT_FOUND when it names something else. */
    static AccountId person(String globalId) {
        return parse(globalId, USER, AccountId::new, "There is no such person.");
    }

    private static <T> T parse(String globalId, String type, Function<UUID, T> id, String otherwise) {
        try {
            return GlobalId.decode(globalId)
                    .filter(global -> global.type().equals(type))
                    .map(global -> id.apply(UUID.fromString(global.id())))
                    .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, otherwise));
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, otherwise);
        }
    }
}
