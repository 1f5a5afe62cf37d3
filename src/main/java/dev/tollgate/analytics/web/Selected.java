package dev.tollgate.analytics.web;

import graphql.normalized.ExecutableNormalizedField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A selected field, fragments and directives resolved, with its arguments and what is selected below it. */
record Selected(ExecutableNormalizedField field) {

    String name() {
        return field.getName();
    }

    boolean isOf(String type, String name) {
        return name.equals(name()) && field.getObjectTypeNames().contains(type);
    }

    /** The field that it is selected of. */
    Selected parent() {
        return new Selected(Objects.requireNonNull(field.getParent()));
    }

    Arguments arguments() {
        return new Arguments(field.getResolvedArguments());
    }

    List<Selected> children() {
        return field.getChildren().stream().map(Selected::new).toList();
    }

    /** The fields selected along a path, under all their aliases. */
    Stream<Selected> at(String... path) {
        Stream<Selected> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(parent -> parent.children().stream())
                    .filter(child -> child.name().equals(name));
        }
        return found;
    }

    boolean has(String name) {
        return at(name).findAny().isPresent();
    }

    /** The names of the fields selected below. */
    Set<String> names() {
        return children().stream().map(Selected::name).collect(Collectors.toSet());
    }
}
