package dev.tollgate.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done, or tried.
 *
 * @param name the mutation's name, for example {@code setFeature}, or that of what else was done
 * @param target what it was done to
 * @param before what was, by field; null when there was nothing. Never a secret
 * @param after what is since, by field; null when there is nothing. Never a secret
 */
public record AuditedAction(
        String name,
        Target target,
        @Nullable Map<String, ?> before,
        @Nullable Map<String, ?> after) {

    /**
     * What something is done to.
     *
     * @param type the GraphQL type's name
     * @param id the id or name within the type
     */
    public record Target(String type, String id) {}

    /** Something that was made. */
    public static AuditedAction created(String name, Target target, Map<String, ?> after) {
        return new AuditedAction(name, target, null, after);
    }

    /** Something that was taken away. */
    public static AuditedAction removed(String name, Target target, Map<String, ?> before) {
        return new AuditedAction(name, target, before, null);
    }
}
