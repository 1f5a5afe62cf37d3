package dev.tollgate.authorization;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes bad arguments of a field out of good ones. Each place in them, also those that were left out, gets something that is wrong in
 * its own way and something else, by chance; what more is tried falls anywhere.
 */
final class BadInputs {

    /** So many of each field are tried at least, where there are as many; all of them with a large number. */
    private static final int LEAST = Integer.getInteger("tollgate.bad-inputs", 22);

    private static final int MANY = 3_000;
    private static final int DEEP = 50;

    private final Random random;
    private final List<Variant> variants = new ArrayList<>();

    private BadInputs(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Arguments with one bad value.
     *
     * @param place where it is
     * @param kind how it is wrong
     * @param value what it is; for messages
     */
    record Variant(Place place, Kind kind, String value, Map<String, Object> arguments) {}

    enum Kind {
        /** Nothing is there, or null. */
        ABSENT,
        /** It is no value of the type, whatever the type is. */
        OTHER,
        /** It is a value that only this type has trouble with. */
        OWN
    }

    static List<Variant> of(GraphQLFieldDefinition field, Map<String, Object> good, long seed) {
        BadInputs inputs = new BadInputs(seed);
        for (GraphQLArgument argument : field.getArguments()) {
            inputs.vary(Place.of(argument.getName()), argument.getType(), good, Set.of());
        }
        return inputs.some();
    }

    /** The same ones whatever the good values are: which are chosen depends on how many there are. */
    private List<Variant> some() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, variants.size()).boxed().toList());
        Collections.shuffle(order, random);
        Set<Integer> chosen = new TreeSet<>();
        Set<Object> seen = new HashSet<>();
        order.stream().filter(index -> isNew(variants.get(index), seen)).forEach(chosen::add);
        order.stream()
                .filter(index -> !chosen.contains(index))
                .limit(Math.max(0, LEAST - chosen.size()))
                .toList()
                .forEach(chosen::add);
        return chosen.stream().map(variants::get).toList();
    }

    private static boolean isNew(Variant variant, Set<Object> seen) {
        return seen.add(List.of(variant.place(), variant.kind() == Kind.OWN));
    }

    private void vary(Place place, GraphQLType type, Map<String, Object> good, Set<String> within) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        BadValues.ofAnotherKind().forEach(value -> add(place, Kind.OTHER, value, good));
        add(place, Kind.ABSENT, null, good);
        variants.add(new Variant(place, Kind.ABSENT, "nothing", place.without(good)));
        switch (bare) {
            case GraphQLList list -> varyList(place, list, good, within);
            case GraphQLInputObjectType object
            when !within.contains(object.getName()) -> varyObject(place, object, good, add(within, object.getName()));
            case GraphQLInputObjectType _ -> add(place, Kind.OWN, nested(place), good);
            case GraphQLEnumType choices -> {
                add(place, Kind.OWN, "NO_SUCH_VALUE", good);
                add(place, Kind.OWN, choices.getValues().getFirst().getName().toLowerCase(Locale.ROOT), good);
            }
            default ->
                BadValues.of(((GraphQLNamedType) bare).getName(), random)
                        .forEach(value -> add(place, Kind.OWN, value, good));
        }
    }

    private void varyList(Place place, GraphQLList list, Map<String, Object> good, Set<String> within) {
        GraphQLType element = list.getWrappedType();
        Object present = place.in(good) instanceof List<?> items && !items.isEmpty() ? items.getFirst() : null;
        Object item = present == null ? sample(element) : present;
        add(place, Kind.OWN, List.of(item, item), good);
        add(place, Kind.OWN, Collections.nCopies(MANY, item), good);
        add(place, Kind.OWN, Collections.singletonList(null), good);
        vary(place.then(0), element, place.put(good, List.of(item)), within);
    }

    private void varyObject(Place place, GraphQLInputObjectType object, Map<String, Object> good, Set<String> within) {
        Object present = place.in(good);
        Map<String, Object> whole =
                present instanceof Map<?, ?> && !object.isOneOf() ? good : place.put(good, sample(object));
        add(place.then("noSuchField"), Kind.OWN, 1, whole);
        for (GraphQLInputObjectField field : object.getFields()) {
            Place inner = place.then(field.getName());
            Object chosen = inner.in(good);
            Map<String, Object> start = object.isOneOf()
                    ? place.put(good, Map.of(field.getName(), chosen == null ? sample(field.getType()) : chosen))
                    : whole;
            vary(inner, field.getType(), start, within);
        }
        if (object.isOneOf()) {
            add(place, Kind.OWN, all(object), good);
        }
    }

    private static Map<String, Object> all(GraphQLInputObjectType object) {
        return object.getFields().stream()
                .collect(Collectors.toMap(GraphQLInputObjectField::getName, field -> sample(field.getType())));
    }

    private void add(Place place, Kind kind, @Nullable Object value, Map<String, Object> good) {
        String shown = String.valueOf(value);
        variants.add(new Variant(
                place,
                kind,
                shown.length() > 60 ? shown.substring(0, 60) + "… (" + shown.length() + ")" : shown,
                place.put(good, value)));
    }

    private static Set<String> add(Set<String> names, String name) {
        return Set.copyOf(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    /** A thing in itself in itself: {@code {not: {not: …}}}. */
    private static Object nested(Place place) {
        Object deep = Map.of();
        for (int level = 0; level < DEEP; level++) {
            deep = Map.of(place.last(), deep);
        }
        return deep;
    }

    /** A value of the type that is well-formed, with no more than it needs. */
    private static Object sample(GraphQLType type) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list -> List.of(sample(list.getWrappedType()));
            case GraphQLEnumType choices -> choices.getValues().getFirst().getName();
            case GraphQLInputObjectType object
            when object.isOneOf() ->
                Map.of(
                        object.getFields().getFirst().getName(),
                        sample(object.getFields().getFirst().getType()));
            case GraphQLInputObjectType object -> required(object);
            case GraphQLNamedType scalar ->
                switch (scalar.getName()) {
                    case "Int", "Long", "Float", "Decimal" -> 1;
                    case "Boolean" -> true;
                    case "DateTime" -> "2030-01-01T00:00:00Z";
                    case "Duration" -> "PT1H";
                    default -> "x";
                };
            case GraphQLType other -> throw new IllegalArgumentException(Objects.toString(other));
        };
    }

    private static Map<String, Object> required(GraphQLInputObjectType object) {
        Map<String, Object> sample = new LinkedHashMap<>();
        object.getFields().stream()
                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                .forEach(field -> sample.put(field.getName(), sample(field.getType())));
        return sample;
    }
}
