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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes bad arguments of a field out of good ones: each place in them, also those that were left out, gets each {@link BadValues}. */
final class BadInputs {

    /** So many of each field are tried, which others with another seed; all of them with a larger number. */
    private static final int MOST = Integer.getInteger("tollgate.bad-inputs", 30);

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
     * @param value what it is; for messages
     */
    record Variant(Place place, String value, Map<String, Object> arguments) {}

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
        return order.stream().limit(MOST).sorted().map(variants::get).toList();
    }

    private void vary(Place place, GraphQLType type, Map<String, Object> good, Set<String> within) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        BadValues.ofAnotherKind().forEach(value -> add(place, value, good));
        add(place, null, good);
        variants.add(new Variant(place, "nothing", place.without(good)));
        switch (bare) {
            case GraphQLList list -> varyList(place, list, good, within);
            case GraphQLInputObjectType object
            when !within.contains(object.getName()) -> varyObject(place, object, good, add(within, object.getName()));
            case GraphQLInputObjectType _ -> add(place, nested(place), good);
            case GraphQLEnumType choices -> {
                add(place, "NO_SUCH_VALUE", good);
                add(place, choices.getValues().getFirst().getName().toLowerCase(Locale.ROOT), good);
            }
            default ->
                BadValues.of(((GraphQLNamedType) bare).getName(), random).forEach(value -> add(place, value, good));
        }
    }

    private void varyList(Place place, GraphQLList list, Map<String, Object> good, Set<String> within) {
        GraphQLType element = list.getWrappedType();
        Object present = place.in(good) instanceof List<?> items && !items.isEmpty() ? items.getFirst() : null;
        Object item = present == null ? sample(element) : present;
        add(place, List.of(item, item), good);
        add(place, Collections.nCopies(MANY, item), good);
        add(place, Collections.singletonList(null), good);
        vary(place.then(0), element, place.put(good, List.of(item)), within);
    }

    private void varyObject(Place place, GraphQLInputObjectType object, Map<String, Object> good, Set<String> within) {
        Object present = place.in(good);
        Map<String, Object> whole =
                present instanceof Map<?, ?> && !object.isOneOf() ? good : place.put(good, sample(object));
        add(place.then("noSuchField"), 1, whole);
        for (GraphQLInputObjectField field : object.getFields()) {
            Place inner = place.then(field.getName());
            Object chosen = inner.in(good);
            Map<String, Object> start = object.isOneOf()
                    ? place.put(good, Map.of(field.getName(), chosen == null ? sample(field.getType()) : chosen))
                    : whole;
            vary(inner, field.getType(), start, within);
        }
        if (object.isOneOf()) {
            add(place, all(object), good);
        }
    }

    private static Map<String, Object> all(GraphQLInputObjectType object) {
        return object.getFields().stream()
                .collect(Collectors.toMap(GraphQLInputObjectField::getName, field -> sample(field.getType())));
    }

    private void add(Place place, @Nullable Object value, Map<String, Object> good) {
        String shown = String.valueOf(value);
        variants.add(new Variant(
                place,
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
