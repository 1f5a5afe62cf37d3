package dev.tollgate.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a selection reaches once its fragments are put in their places.
 *
 * @param rootFields fields at the top
 * @param fields fields at every level
 * @param depth how deep fields are nested
 */
record Extent(long rootFields, long fields, int depth) {

    private static final Extent NOTHING = new Extent(0, 0, 0);

    private Extent beside(Extent other) {
        return new Extent(
                saturated(rootFields + other.rootFields),
                saturated(fields + other.fields),
                Math.max(depth, other.depth));
    }

    private Extent inside() {
        return new Extent(1, saturated(fields + 1), depth + 1);
    }

    /** Fragments within fragments can double the count at each step. */
    private static long saturated(long count) {
        return Math.min(count, Integer.MAX_VALUE);
    }

    /** Measures the selections of one document. Each fragment is measured once. */
    static final class Ruler {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Extent> measured = new HashMap<>();

        Ruler(Document document) {
            fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .collect(Collectors.toMap(
                            FragmentDefinition::getName, Function.identity(), (first, second) -> first));
        }

        Extent measure(@Nullable SelectionSet selections) {
            Extent extent = NOTHING;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    extent = extent.beside(measure(selection));
                }
            }
            return extent;
        }

        private Extent measure(Selection<?> selection) {
            return switch (selection) {
                case Field field -> measure(field.getSelectionSet()).inside();
                case InlineFragment fragment -> measure(fragment.getSelectionSet());
                case FragmentSpread spread -> measure(spread.getName());
                default -> NOTHING;
            };
        }

        /** A fragment that contains itself counts as empty there; validation refuses it later. */
        private Extent measure(String fragment) {
            Extent known = measured.get(fragment);
            if (known != null) {
                return known;
            }
            measured.put(fragment, NOTHING);
            FragmentDefinition definition = fragments.get(fragment);
            Extent extent = definition == null ? NOTHING : measure(definition.getSelectionSet());
            measured.put(fragment, extent);
            return extent;
        }
    }
}
