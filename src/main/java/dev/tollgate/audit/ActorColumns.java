package dev.tollgate.audit;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An actor as it is stored. */
record ActorColumns(String type, @Nullable String id) {

    static ActorColumns of(Actor actor) {
        return switch (actor) {
            case Actor.Person(var account) -> new ActorColumns("PERSON", account.toString());
            case Actor.Key(var key) -> new ActorColumns("API_KEY", key.toString());
            case Actor.Tollgate() -> new ActorColumns("TOLLGATE", null);
        };
    }

    Actor actor() {
        return switch (type) {
            case "PERSON" -> new Actor.Person(AccountId.of(Objects.requireNonNull(id)));
            case "API_KEY" -> new Actor.Key(ApiKeyId.of(Objects.requireNonNull(id)));
            default -> new Actor.Tollgate();
        };
    }
}
