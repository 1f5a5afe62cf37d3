package dev.tollgate.authorization;

import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The HTTP paths of the application's controllers, as {@code POST /v1/usage/events}. */
final class Paths {

    private Paths() {}

    static Stream<String> of(ApplicationContext beans) {
        return beans
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapped ->
                        mapped.getValue().getBeanType().getPackageName().startsWith("dev.tollgate"))
                .flatMap(mapped -> names(mapped.getKey()))
                .distinct();
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    /** Sends an entry's example: a path in place of its own, then a body. */
    static Caller.Answer send(Caller caller, Entry entry, String example) {
        String[] name = entry.name().split(" ", 2);
        if (!example.startsWith("/")) {
            return caller.send(name[0], name[1], example);
        }
        String[] parts = example.split(" ", 2);
        return caller.send(name[0], parts[0], parts.length == 2 ? parts[1] : "");
    }
}
