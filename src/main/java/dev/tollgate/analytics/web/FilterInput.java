package dev.tollgate.analytics.web;

import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.usage.RequestType;
import dev.tollgate.usage.UsageDimension;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                unattributed(input.texts("unattributed")),
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
        return switch (dimension) {
            case API_KEY -> values.stream().map(FilterInput::apiKey).collect(Collectors.toSet());
            case REQUEST_TYPE -> values.stream().map(FilterInput::requestType).collect(Collectors.toSet());
            default -> Set.copyOf(values);
        };
    }

    private static String requestType(String name) {
        return Arrays.stream(RequestType.values())
                .map(RequestType::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.badInput("requestType", "There is no such type of request."));
    }

    private static String apiKey(String id) {
        return GlobalId.decode(id)
                .filter(global -> global.type().equals("ApiKey"))
                .map(GlobalId::id)
                .orElseThrow(() -> ProblemException.badInput("apiKey", "That is not the id of an API key."));
    }

    private static Set<UsageDimension> unattributed(List<String> dimensions) {
        if (dimensions.contains(UsageArguments.TAG)) {
            throw ProblemException.badInput("unattributed", "TAG names no one tag that a call could lack.");
        }
        return dimensions.stream().map(UsageDimension::valueOf).collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> tags(List<Arguments> tags) {
        check(
                "tags",
                tags.stream()
                        .flatMap(tag -> Stream.of(text(tag, "name"), text(tag, "value")))
                        .toList());
        return tags.stream()
                .collect(Collectors.groupingBy(
                        tag -> text(tag, "name"), Collectors.mapping(tag -> text(tag, "value"), Collectors.toSet())));
    }

    private static String text(Arguments tag, String name) {
        return Objects.requireNonNull(tag.text(name));
    }

    private static void check(String field, Collection<String> values) {
        if (values.size() > MOST_VALUES) {
            throw ProblemException.badInput(field, "A list can have at most " + MOST_VALUES + " values.");
        }
        if (!values.stream().allMatch(FilterInput::isStorable)) {
            throw ProblemException.badInput(
                    field, "A value has at most " + LONGEST_VALUE + " characters, none of them NUL or half of one.");
        }
    }

    private static boolean isStorable(String value) {
        return value.length() <= LONGEST_VALUE && Texts.isStorable(value);
    }
}
