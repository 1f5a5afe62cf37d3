package dev.tollgate.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds the web client's files, and its first page for every address that the client routes by itself. */
final class ClientRouteResolver extends PathResourceResolver {

    static final String FIRST_PAGE = "index.html";
    static final String GRAPHIQL = "graphiql.html";

    private final WebSettings settings;

    ClientRouteResolver(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        if (path.equals(GRAPHIQL) && !settings.graphiql()) {
            return null;
        }
        Resource file = super.getResource(path, location);
        if (file != null || !ClientRoutes.contains(path)) {
            return file;
        }
        return super.getResource(FIRST_PAGE, location);
    }
}
