package dev.tollgate.graphql;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as clients see it: {@code extensions} hold the code, and what belongs to it, and nothing else. */
public final class CodedError implements GraphQLError {

    private final ErrorCode code;
    private final String message;
    private final @Nullable List<SourceLocation> locations;
    private final @Nullable List<Object> path;
    private final Map<String, Object> extensions;

    private CodedError(
            ErrorCode code,
            String message,
            @Nullable List<SourceLocation> locations,
            @Nullable List<Object> path,
            Map<String, Object> extensions) {
        this.code = code;
        this.message = message;
        this.locations = locations;
        this.path = path;
        this.extensions = extensions;
    }

    /** The problem of a request that was not executed. */
    public static CodedError of(Problem problem) {
        return of(problem, null, null);
    }

    /** The problem, at the place in the answer where it happened. */
    static CodedError of(Problem problem, @Nullable List<SourceLocation> locations, @Nullable List<Object> path) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", problem.code().name());
        putUnlessNull(extensions, "field", problem.field());
        putUnlessNull(extensions, "retryAfterSeconds", problem.retryAfterSeconds());
        putUnlessNull(extensions, "reference", problem.reference());
        return new CodedError(problem.code(), problem.message(), locations, path, extensions);
    }

    /** A refusal of the query as a whole, with figures that explain it. */
    static CodedError of(ErrorCode code, String message, Map<String, Object> figures) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.putAll(figures);
        return new CodedError(code, message, null, null, extensions);
    }

    private static void putUnlessNull(Map<String, Object> extensions, String name, @Nullable Object value) {
        if (value != null) {
            extensions.put(name, value);
        }
    }

    /** The code, as in {@code extensions.code}. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(code.name());
    }

    /** The engine would write the classification beside the code, which says the same. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> specification = GraphQLError.super.toSpecification();
        specification.put("extensions", extensions);
        return specification;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
