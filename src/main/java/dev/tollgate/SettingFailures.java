package dev.tollgate;

import dev.tollgate.core.SettingException;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Finds the setting that a failed start is about. */
final class SettingFailures {

    /** Settings whose Spring name is not their environment variable's. */
    private static final Map<String, String> NAMES = Map.of("server.port", "TOLLGATE_PORT");

    private static final Pattern PROPERTY = Pattern.compile("tollgate\\.[a-z.-]+");

    /** What a value of a type looks like, for people. */
    private static final Map<Class<?>, String> LOOKS = Map.of(
            Duration.class, "a length of time, such as 30s or 2d",
            Period.class, "a length of time, such as 13m (months) or 400d",
            DataSize.class, "a size, such as 16MB");

    private SettingFailures() {}

    /** What is wrong, in one sentence that names the setting; empty when it is not about a setting. */
    static Optional<String> sentence(Throwable failure) {
        // From the root: what a module says itself is closer to the point than what Spring makes of it.
        return ExceptionUtils.getThrowableList(failure).reversed().stream()
                .map(SettingFailures::own)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> own(Throwable cause) {
        return switch (cause) {
            case SettingException setting -> Optional.ofNullable(setting.getMessage());
            case PortInUseException port ->
                Optional.of("TOLLGATE_PORT: port %d is in use; choose another one, or 0 for any."
                        .formatted(port.getPort()));
            case BindValidationException invalid -> Optional.of(validation(invalid));
            case BindException bind -> Optional.of(binding(bind));
            default -> Optional.empty();
        };
    }

    private static String validation(BindValidationException failure) {
        ValidationErrors errors = failure.getValidationErrors();
        ObjectError first = errors.getAllErrors().getFirst();
        String field =
                first instanceof FieldError error ? "." + DataObjectPropertyName.toDashedForm(error.getField()) : "";
        return "%s %s.".formatted(environmentVariable(errors.getName() + field), first.getDefaultMessage());
    }

    /** The value is not shown: it may be a secret. */
    private static String binding(BindException failure) {
        String setting = environmentVariable(failure.getName().toString());
        String reason = ExceptionUtils.getRootCause(failure).getMessage();
        // A settings record says itself what it does not accept.
        if (reason != null && reason.startsWith("tollgate.")) {
            return PROPERTY.matcher(reason).replaceAll(property -> environmentVariable(property.group())) + ".";
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
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" or "));
        }
        return LOOKS.getOrDefault(type, "a " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String environmentVariable(String property) {
        String name = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return NAMES.getOrDefault(property, name);
    }
}
