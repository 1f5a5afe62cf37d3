package dev.tollgate.analytics.web;

import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.usage.UsageDimension;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and checks {@code UsageFilter}. */
final class FilterInput {

    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_VALUE = 1_000;
    private static final int DEEPEST_NOT = 5;

    private static final Map<UsageDimension, String> FIELDS = Map.ofEntries(
            Map.entry(UsageDimension.PROVIDER, "provider"),
            Map.entry(UsageDimension.MODEL, "model"),
            Map.entry(UsageDimension.MODEL_FAMILY, "modelFamily"),
            Map.entry(UsageDimension.TEAM, "team"),
            Map.entry(UsageDimension.PROJECT, "project"),
            Map.entry(UsageDimension.COST_CENTER, "costCenter"),
            Map.entry(UsageDimension.FEATURE, "feature"),
            Map.entry(UsageDimension.ENVIRONMENT, "environment"),
            Map.entry(UsageDimension.USER, "user"),
            Map.entry(UsageDimension.API_KEY, "apiKey"),
            Map.entry(UsageDimension.REQUEST_TYPE, "requestType"),
            Map.entry(UsageDimension.SERVICE_TIER, "serviceTier"));

    private FilterInput() {}

    static SliceFilter filter(@Nullable Arguments input) {
        return input == null ? SliceFilter.ALL : filter(input, 0);
    }

    private static SliceFilter filter(Arguments input, int depth) {
        if (depth > DEEPEST_NOT) {
            throw ProblemException.badInput("not", "not can be nested at most " + DEEPEST_NOT + " times.");
        }
        Arguments not = input.object("not");
        return new SliceFilter(
                oneOf(input),
                new HashSet<>(input.constants("unattributed", UsageDimension.class)),
                tags(input.objects("tags")),
                not == null ? null : filter(not, depth + 1));
    }

    private static Map<UsageDimension, Set<String>> oneOf(Arguments input) {
        Map<UsageDimension, Set<String>> oneOf = new EnumMap<>(UsageDimension.class);
        FIELDS.forEach((dimension, field) -> {
            if (input.has(field)) {
                oneOf.put(dimension, values(dimension, field, input.texts(field)));
            }
        });
        return oneOf;
    }

    private static Set<String> values(UsageDimension dimension, String field, List<String> values) {
        check(field, values);
        return dimension == UsageDimension.API_KEY
                ? values.stream().map(FilterInput::apiKey).collect(Collectors.toSet())
                : Set.copyOf(new LinkedHashSet<>(values));
    }

    private static String apiKey(String id) {
        return GlobalId.decode(id)
                .filter(global -> global.type().equals("ApiKey"))
                .map(GlobalId::id)
                .orElseThrow(() -> ProblemException.badInput("apiKey", "That is not the id of an API key."));
    }

    private static Map<String, Set<String>> tags(List<Arguments> tags) {
        check("tags", tags.stream().map(tag -> String.valueOf(tag.text("name"))).toList());
        check(
                "tags",
                tags.stream().map(tag -> String.valueOf(tag.text("value"))).toList());
        return tags.stream()
                .collect(Collectors.groupingBy(
                        tag -> String.valueOf(tag.text("name")),
                        Collectors.mapping(tag -> String.valueOf(tag.text("value")), Collectors.toSet())));
    }

    private static void check(String field, Collection<String> values) {
        if (values.size() > MOST_VALUES) {
            throw ProblemException.badInput(field, "A list can have at most " + MOST_VALUES + " values.");
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0)) {
            throw ProblemException.badInput(
                    field, "A value has at most " + LONGEST_VALUE + " characters, none of them NUL.");
        }
    }
}
