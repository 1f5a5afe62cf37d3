package dev.tollgate.analytics;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which ingredients are needed at which shapes. Immutable.
 *
 * @param byShape the ingredients; a shape with none is not there
 */
public record Needs(Map<Shape, Set<Ingredient>> byShape) {

    /** Nothing. */
    public static final Needs NONE = new Needs(Map.of());

    /** The ingredients at a shape. That attributions occur is told by their calls, kept apart by attribution. */
    public static Needs of(Shape shape, Collection<Ingredient> ingredients) {
        EnumSet<Ingredient> plain = EnumSet.noneOf(Ingredient.class);
        plain.addAll(ingredients);
        if (!plain.remove(Ingredient.ATTRIBUTIONS)) {
            return plain.isEmpty() ? NONE : new Needs(Map.of(shape, plain));
        }
        return new Needs(Map.of(shape.and(Shape.ATTRIBUTION), EnumSet.of(Ingredient.REQUESTS))).plus(of(shape, plain));
    }

    /** Both together. */
    public Needs plus(Needs other) {
        Map<Shape, Set<Ingredient>> both = new HashMap<>(byShape);
        other.byShape.forEach((shape, ingredients) -> both.merge(shape, ingredients, Needs::union));
        return new Needs(both);
    }

    /** Whether nothing is needed. */
    boolean isEmpty() {
        return byShape.isEmpty();
    }

    private static Set<Ingredient> union(Set<Ingredient> one, Set<Ingredient> other) {
        EnumSet<Ingredient> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }
}
