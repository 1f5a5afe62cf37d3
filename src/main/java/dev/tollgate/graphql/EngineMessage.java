package dev.tollgate.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text of an error that the engine made, which is the only place where it names what is wrong. */
record EngineMessage(String text) {

    private static final Pattern ARGUMENT = Pattern.compile("[Aa]rgument '([\\w.\\[\\]]+)'");
    private static final Pattern VARIABLE = Pattern.compile("[Vv]ariable '(\\w+)'");

    /** Within an argument or a variable. */
    private static final List<Pattern> INNER = List.of(
            Pattern.compile("missing required fields '\\[(\\w+)"),
            Pattern.compile("contains a field not in '\\w+': '(\\w+)'"),
            Pattern.compile("contains a field name '(\\w+)'"),
            Pattern.compile("[Ff]ield '(\\w+)' (?:of variable|has coerced)"),
            Pattern.compile("OneOf type field '\\w+\\.(\\w+)'"));

    /** Such a type is called by the name of what it is for: TimeRange of a range, QuotaScopeInput of a scope. */
    private static final Pattern ONE_OF = Pattern.compile("OneOf type '\\w*?([A-Z][a-z]+)(?:Input)?'");

    /** The rule that was broken, and the value as the engine prints it, which tell nothing to those who have the place. */
    private static final Pattern RULE = Pattern.compile("^Validation error \\([^)]*\\) : ");

    private static final Pattern VALUE =
            Pattern.compile("^(argument '[\\w.\\[\\]]+') with value '.*?'(?= (?:is|must|contains) )", Pattern.DOTALL);

    /** The field at fault, with the way to it where that is known; null when none is named. */
    @Nullable
    String field() {
        Optional<String> argument = find(ARGUMENT).map(path -> path.replaceAll("\\[\\d+]", ""));
        Optional<String> inner =
                INNER.stream().flatMap(pattern -> find(pattern).stream()).findFirst();
        if (argument.isPresent() || inner.isPresent()) {
            return Stream.of(argument, inner).flatMap(Optional::stream).collect(Collectors.joining("."));
        }
        return find(ONE_OF)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .or(this::variable)
                .orElse(null);
    }

    /** The variable whose value is wrong; empty when none is named. */
    Optional<String> variable() {
        return find(VARIABLE);
    }

    /** The text for people. */
    String plain() {
        String plain = VALUE.matcher(RULE.matcher(text).replaceFirst("")).replaceFirst("$1");
        return plain.isEmpty() ? text : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private Optional<String> find(Pattern pattern) {
        return pattern.matcher(text).results().map(EngineMessage::named).findFirst();
    }

    private static String named(MatchResult match) {
        return Objects.requireNonNull(match.group(1));
    }
}
