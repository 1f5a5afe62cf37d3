package dev.tollgate.directory;

import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.Texts;
import dev.tollgate.graphql.GlobalId;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a viewer was not allowed, as the audit log has it.
 *
 * @param action a mutation's name; of another field its type's name before it, as in {@code Organization.members}
 * @param target what the arguments say it is about, else the field itself
 */
record RefusedField(String action, AuditedAction.Target target) {

    private static final String MUTATION = "Mutation";

    /** The arguments that name what something is done to, the surest first; none is secret in any field. */
    private static final List<String> NAMES = List.of("id", "userId", "slug", "name");

    private static final int LONGEST_NAME = 200;

    static RefusedField of(DataFetchingEnvironment environment) {
        String type = environment.getExecutionStepInfo().getObjectType().getName();
        String field = environment.getField().getName();
        return of(type, field, environment.getArguments());
    }

    static RefusedField of(String type, String field, Map<String, ?> arguments) {
        String action = type.equals(MUTATION) ? field : type + "." + field;
        AuditedAction.Target target = named(arguments)
                .map(name -> GlobalId.decode(name)
                        .map(global -> new AuditedAction.Target(global.type(), global.id()))
                        .filter(RefusedField::canBeKept)
                        .orElseGet(() -> new AuditedAction.Target(type, name)))
                .filter(RefusedField::canBeKept)
                .orElseGet(() -> new AuditedAction.Target(type, field));
        return new RefusedField(action, target);
    }

    private static Optional<String> named(Map<String, ?> arguments) {
        Map<?, ?> given = arguments.get("input") instanceof Map<?, ?> input ? input : arguments;
        return NAMES.stream()
                .flatMap(name -> given.get(name) instanceof String text ? Stream.of(text) : Stream.empty())
                .findFirst();
    }

    /** What was asked for has not been looked at by anybody. */
    private static boolean canBeKept(AuditedAction.Target target) {
        return Stream.of(target.type(), target.id())
                .allMatch(text -> !text.isBlank() && text.length() <= LONGEST_NAME && Texts.isShowable(text));
    }
}
