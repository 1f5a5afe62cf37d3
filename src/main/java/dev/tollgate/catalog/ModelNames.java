package dev.tollgate.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds the listed model that a name means: the name itself, the name with its provider in front, and only when those are not
 * listed the name without a region, a date, {@code -latest} and the like. It never goes to another provider for a price.
 */
final class ModelNames {

    private static final List<UnaryOperator<String>> PARTS_LEFT_OUT = List.of(
            without("^arn:.*/"),
            without("^(?:publishers/[^/]+/)?models/"),
            without("^(?:us|eu|apac|ap|au|jp|ca|sa|me|af|us-gov|global)\\.(?=[a-z0-9]+\\.)"),
            without("(?<=^ft:[^:]{1,100}):.*$"),
            without("@[^/]*$"),
            without("-latest$"),
            without("-(?:19|20)\\d{2}-?(?:0[1-9]|1[0-2])-?(?:[0-2]\\d|3[01])$"));

    private static final Pattern DOT_IN_VERSION = Pattern.compile("(?<=\\d)\\.(?=\\d)");

    private ModelNames() {}

    /**
     * Finds what is listed under a name.
     *
     * @param provider as sent
     * @param model as sent
     * @param listed looks up a model by its normalized provider and its name in lower case
     */
    static <T> Optional<T> find(String provider, String model, Lookup<T> listed) {
        String sent = provider.strip().toLowerCase(Locale.ROOT);
        String name = ProviderNames.normalize(provider);
        Function<String, Optional<T>> atProvider =
                candidate -> listed.find(name, sent + "/" + candidate).or(() -> listed.find(name, candidate));
        return shorter(name, model.strip().toLowerCase(Locale.ROOT), atProvider);
    }

    private static <T> Optional<T> shorter(String provider, String model, Function<String, Optional<T>> listed) {
        Optional<T> found = listed.apply(model);
        if (found.isPresent()) {
            return found;
        }
        String next = withoutOnePart(provider, model);
        if (!next.equals(model) && !next.isEmpty()) {
            return shorter(provider, next, listed);
        }
        return listed.apply(model + "-latest")
                .or(() -> listed.apply(DOT_IN_VERSION.matcher(model).replaceAll("-")));
    }

    private static String withoutOnePart(String provider, String model) {
        int slash = model.indexOf('/');
        if (slash > 0 && ProviderNames.normalize(model.substring(0, slash)).equals(provider)) {
            return model.substring(slash + 1);
        }
        return PARTS_LEFT_OUT.stream()
                .map(leaveOut -> leaveOut.apply(model))
                .filter(shorter -> !shorter.equals(model))
                .findFirst()
                .orElse(model);
    }

    private static UnaryOperator<String> without(String part) {
        Pattern pattern = Pattern.compile(part);
        return name -> pattern.matcher(name).replaceFirst("");
    }

    /** A look-up by exact names. */
    @FunctionalInterface
    interface Lookup<T> {
        Optional<T> find(String provider, String model);
    }
}
