package dev.tollgate.feature.web;

import dev.tollgate.core.ProblemException;
import java.util.function.Supplier;

/** Names the place of a wrong field within its input. */
final class FieldPath {

    private FieldPath() {}

    /** What is made; a problem with a field of it is told as one with that field below the path. */
    static <T> T under(String path, Supplier<T> making) {
        try {
            return making.get();
        } catch (ProblemException problem) {
            if (problem.field() == null) {
                throw problem;
            }
            throw ProblemException.badInput(
                    path + "." + problem.field(), String.valueOf(problem.getMessage()), problem);
        }
    }
}
