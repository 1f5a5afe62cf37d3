package dev.tollgate.analytics;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one statement reads: so many shapes, all of the same ingredients.
 *
 * @param shapes the shapes
 * @param ingredients the ingredients
 */
record Reading(Set<Shape> shapes, Set<Ingredient> ingredients) {

    /** The sums that are not kept apart by user. */
    static Reading sums(Needs needs) {
        return of(needs, false, false);
    }

    /** The sums that are kept apart by user. */
    static Reading userSums(Needs needs) {
        return of(needs, true, false);
    }

    /** The sketches that are not kept apart by user. */
    static Reading sketches(Needs needs) {
        return of(needs, false, true);
    }

    /** The sketches that are kept apart by user. */
    static Reading userSketches(Needs needs) {
        return of(needs, true, true);
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** The one shape that all others can be added up from. */
    Shape finest() {
        return shapes.stream().reduce(Shape.WHOLE, Shape::and);
    }

    private static Reading of(Needs needs, boolean byUser, boolean sketch) {
        Set<Shape> shapes = new HashSet<>();
        EnumSet<Ingredient> ingredients = EnumSet.noneOf(Ingredient.class);
        for (Map.Entry<Shape, Set<Ingredient>> need : needs.byShape().entrySet()) {
            EnumSet<Ingredient> wanted = EnumSet.copyOf(need.getValue());
            wanted.removeIf(ingredient -> ingredient.isSketch() != sketch);
            if (need.getKey().byUser() == byUser && !wanted.isEmpty()) {
                shapes.add(need.getKey());
                ingredients.addAll(wanted);
            }
        }
        return new Reading(shapes, ingredients);
    }
}
