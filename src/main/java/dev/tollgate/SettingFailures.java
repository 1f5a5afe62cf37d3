package dev.tollgate;

import dev.tollgate.core.SettingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the setting that a failed start is about. */
final class SettingFailures {

    /** Settings whose Spring name is not their environment variable's. */
    private static final Map<String, String> NAMES = Map.of("server.port", "TOLLGATE_PORT");

    private SettingFailures() {}

    /** What is wrong, in one sentence that names the setting; empty when it is not about a setting. */
    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = own(cause);
            if (sentence != null) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String own(Throwable cause) {
        return switch (cause) {
            case SettingException setting -> setting.getMessage();
            case PortInUseException port ->
                "TOLLGATE_PORT: port %d is in use; choose another one, or 0 for any.".formatted(port.getPort());
            case BindException bind -> binding(bind);
            default -> null;
        };
    }

    /** The value is not shown: it may be a secret. */
    private static String binding(BindException failure) {
        String setting = environmentVariable(failure.getName().toString());
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // A settings record says itself what it does not accept.
        if (root instanceof IllegalArgumentException
                && root.getMessage() != null
                && root.getMessage().startsWith("tollgate.")) {
            return root.getMessage() + ".";
        }
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        return "%s must be %s.".formatted(setting, expectation(type));
    }

    private static String expectation(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String environmentVariable(String property) {
        String name = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return NAMES.getOrDefault(property, name);
    }
}
