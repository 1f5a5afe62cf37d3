package dev.tollgate.graphql;

import dev.tollgate.testing.NpmProject;
import java.nio.file.Path;
import java.util.Map;

/** Runs the checkers of {@code src/test/graphql-tools}. */
public final class GraphQlTools {

    private static final NpmProject PROJECT = new NpmProject(Path.of("src", "test", "graphql-tools"));

    private GraphQlTools() {}

    /** Runs one of the project's scripts and fails with its output unless it succeeds. */
    public static void run(String script, Map<String, String> environment) {
        PROJECT.run(script, environment);
    }
}
