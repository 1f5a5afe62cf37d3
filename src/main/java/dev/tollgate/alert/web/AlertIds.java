package dev.tollgate.alert.web;

import dev.tollgate.alert.AlertDeliveryId;
import dev.tollgate.alert.AlertDestinationId;
import dev.tollgate.alert.AlertId;
import dev.tollgate.alert.AlertRuleId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The global ids of what belongs to alerts. */
final class AlertIds {

    static final String RULE = "AlertRule";
    static final String ALERT = "Alert";
    static final String DESTINATION = "AlertDestination";
    static final String DELIVERY = "AlertDelivery";

    private AlertIds() {}

    static String of(AlertRuleId id) {
        return new GlobalId(RULE, id.toString()).encode();
    }

    static String of(AlertId id) {
        return new GlobalId(ALERT, id.toString()).encode();
    }

    static String of(AlertDestinationId id) {
        return new GlobalId(DESTINATION, id.toString()).encode();
    }

    static String of(AlertDeliveryId id) {
        return new GlobalId(DELIVERY, id.toString()).encode();
    }

    /** The rule that a global id names; empty when it names something else. */
    static Optional<AlertRuleId> rule(String globalId) {
        return parse(globalId, RULE, AlertRuleId::new);
    }

    static Optional<AlertId> alert(String globalId) {
        return parse(globalId, ALERT, AlertId::new);
    }

    static Optional<AlertDestinationId> destination(String globalId) {
        return parse(globalId, DESTINATION, AlertDestinationId::new);
    }

    static Optional<AlertDeliveryId> delivery(String globalId) {
        return parse(globalId, DELIVERY, AlertDeliveryId::new);
    }

    /** The UUID that an id within its type is; empty when it is none. */
    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static ProblemException missing(String what) {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    private static <T> Optional<T> parse(String globalId, String type, Function<UUID, T> id) {
        return GlobalId.decode(globalId)
                .filter(global -> global.type().equals(type))
                .flatMap(global -> uuid(global.id()))
                .map(id);
    }
}
