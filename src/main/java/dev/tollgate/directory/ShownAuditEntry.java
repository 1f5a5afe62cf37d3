package dev.tollgate.directory;

import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditOutcome;
import dev.tollgate.core.Actor;
import dev.tollgate.graphql.GlobalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The GraphQL type {@code AuditEntry}. */
record ShownAuditEntry(
        AuditEntry entry,
        @Nullable String actorName,
        @Nullable Object before,
        @Nullable Object after) {

    /** The GraphQL enum of the same name. */
    enum AuditActorType {
        PERSON,
        API_KEY,
        TOLLGATE
    }

    public long sequence() {
        return entry.sequence();
    }

    public Instant recordedAt() {
        return entry.recordedAt();
    }

    public AuditActorType actorType() {
        return switch (entry.actor()) {
            case Actor.Person(var _) -> AuditActorType.PERSON;
            case Actor.Key(var _) -> AuditActorType.API_KEY;
            case Actor.Tollgate() -> AuditActorType.TOLLGATE;
        };
    }

    public @Nullable String actorId() {
        return switch (entry.actor()) {
            case Actor.Person(var id) -> new GlobalId(UserNodes.TYPE, id.toString()).encode();
            case Actor.Key(var id) -> ApiKeyNodes.id(id);
            case Actor.Tollgate() -> null;
        };
    }

    public String action() {
        return entry.action();
    }

    public AuditOutcome outcome() {
        return entry.outcome();
    }

    public String targetType() {
        return entry.target().type();
    }

    public String targetId() {
        return entry.target().id();
    }

    public @Nullable String reason() {
        return entry.reason();
    }

    public @Nullable String address() {
        return entry.address();
    }
}
