package dev.tollgate.analytics.web;

import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.core.Granularity;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.PageSize;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the fields of an input object, as GraphQL coerced them: defaults are filled in, enum values are
 * their names, scalars are Java values.
 */
record Arguments(Map<String, Object> values) {

    @Nullable
    String text(String name) {
        return (String) values.get(name);
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String value = text(name);
        return value == null ? null : Enum.valueOf(type, value);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
        E value = constant(name, type);
        return value == null ? fallback : value;
    }

    /** The list; empty too when there is none. */
    @SuppressWarnings("unchecked") // the schema says so
    List<String> texts(String name) {
        List<String> texts = (List<String>) values.get(name);
        return texts == null ? List.of() : texts;
    }

    /** Whether there is a value that is not null. */
    boolean has(String name) {
        return values.get(name) != null;
    }

    @SuppressWarnings("unchecked") // the schema says so
    @Nullable
    Arguments object(String name) {
        Map<String, Object> object = (Map<String, Object>) values.get(name);
        return object == null ? null : new Arguments(object);
    }

    @SuppressWarnings("unchecked") // the schema says so
    List<Arguments> objects(String name) {
        List<Map<String, Object>> objects = (List<Map<String, Object>>) values.get(name);
        return objects == null
                ? List.of()
                : objects.stream().map(Arguments::new).toList();
    }

    <T> @Nullable T value(String name, Class<T> type) {
        return type.cast(values.get(name));
    }

    UsageMetric metric(String name) {
        return constant(name, UsageMetric.class, UsageMetric.TOTAL_TOKENS);
    }

    @Nullable
    Granularity granularity() {
        return constant("granularity", Granularity.class);
    }

    /** A number of rows; BAD_USER_INPUT unless it is from 1 to the limit. */
    int first(int fallback, int limit) {
        Integer first = value("first", Integer.class);
        return PageSize.of(first == null ? fallback : first, limit);
    }

    /** A zone by its IANA name: an offset alone need not be one that stored buckets fit into. */
    @Nullable
    ZoneId zone() {
        String name = text("timeZone");
        if (name != null && !ZoneId.getAvailableZoneIds().contains(name)) {
            throw ProblemException.badInput("timeZone", "There is no such time zone; name one like Europe/Berlin.");
        }
        return name == null ? null : ZoneId.of(name);
    }
}
