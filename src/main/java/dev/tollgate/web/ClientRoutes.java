package dev.tollgate.web;

import java.util.Set;

/** Tells the addresses that the web client routes by itself from those of files and of the API. */
final class ClientRoutes {

    private static final Set<String> SERVER =
            Set.of("graphql", "graphiql", "v1", "actuator", "session", "oidc", "assets", "error");

    private ClientRoutes() {}

    /** Whether the path, given without a leading slash, is answered by the client's first page. */
    static boolean contains(String path) {
        int end = path.indexOf('/');
        String first = end < 0 ? path : path.substring(0, end);
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !SERVER.contains(first) && !last.contains(".");
    }
}
