package dev.tollgate.directory;

import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditOutcome;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.GlobalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code AuditFilter}. */
record AuditFilterInput(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable List<String> actions,
        @Nullable AuditOutcome outcome,
        @Nullable String targetType,
        @Nullable String targetId) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    AuditFilter toFilter() {
        return new AuditFilter(
                window(),
                actor == null ? null : actor(actor),
                storableActions(),
                outcome,
                storable("filter.targetType", targetType),
                storable("filter.targetId", targetId));
    }

    private Set<String> storableActions() {
        List<String> asked = actions == null ? List.of() : actions;
        asked.forEach(action -> storable("filter.actions", action));
        return Set.copyOf(asked);
    }

    private static @Nullable String storable(String field, @Nullable String text) {
        if (text != null && !Texts.isStorable(text)) {
            throw ProblemException.badInput(field, "It must not contain NUL or half of a character.");
        }
        return text;
    }

    private @Nullable TimeWindow window() {
        if (from == null && to == null) {
            return null;
        }
        Instant start = from == null ? FIRST : from;
        Instant end = to == null ? LAST : to;
        if (!start.isBefore(end)) {
            throw ProblemException.badInput("filter.to", "The end is after the beginning.");
        }
        return new TimeWindow(start, end);
    }

    private static Actor actor(String id) {
        Optional<Actor> key = ApiKeyNodes.parse(id).map(Actor.Key::new);
        return key.or(() -> GlobalId.decode(id)
                        .filter(global -> global.type().equals(UserNodes.TYPE))
                        .flatMap(global -> person(global.id())))
                .orElseThrow(
                        () -> ProblemException.badInput("filter.actor", "This is the id of no person and no API key."));
    }

    private static Optional<Actor> person(String id) {
        try {
            return Optional.of(new Actor.Person(AccountId.of(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
