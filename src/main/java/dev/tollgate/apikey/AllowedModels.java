package dev.tollgate.apikey;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.ProblemException;
import java.util.List;

/**
 * The models that a key may call. None named: all of them.
 *
 * @param patterns a model's name, or its provider and name with a slash between; {@code *} at the end stands for what follows
 */
public record AllowedModels(List<String> patterns) {

    /** All. */
    public static final AllowedModels ALL = new AllowedModels(List.of());

    private static final int MOST = 100;

    /** Reads names; BAD_USER_INPUT when one cannot be a name or there are too many. */
    public static AllowedModels of(List<String> patterns) {
        if (patterns.size() > MOST) {
            throw ProblemException.badInput("allowedModels", "A key has at most " + MOST + " models.");
        }
        return new AllowedModels(patterns.stream()
                .map(pattern -> KeyText.required("allowedModels", pattern))
                .distinct()
                .toList());
    }

    /** Whether the model may be called. */
    public boolean allow(ModelRef model) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern -> matches(pattern, model.model())
                                || matches(pattern, model.provider() + "/" + model.model()));
    }

    /** These, or the others if these are all; BAD_USER_INPUT when the others do not allow all of these. */
    AllowedModels within(AllowedModels others) {
        if (patterns.isEmpty() || others.patterns.isEmpty()) {
            return patterns.isEmpty() ? others : this;
        }
        if (!patterns.stream().allMatch(others::include)) {
            throw ProblemException.badInput("allowedModels", "The key that makes it may not call all of these.");
        }
        return this;
    }

    /** A pattern of fewer names begins with the same; whether it means a provider too is left to it. */
    private boolean include(String narrower) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, narrower));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
                : name.equalsIgnoreCase(pattern);
    }
}
