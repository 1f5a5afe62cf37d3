package dev.tollgate.bench;

import org.jspecify.annotations.Nullable;

/**
 * A line of the result.
 *
 * @param what what was measured
 * @param measured the figures
 * @param target what it should be; null when it is only reported
 * @param met whether it is; null when it is only reported
 */
record Row(
        String what,
        String measured,
        @Nullable String target,
        @Nullable Boolean met) {

    static Row atLeast(String what, double value, double target, String figures) {
        return new Row(what, "%.2f (%s)".formatted(value, figures), "≥ " + plain(target), value >= target).shown();
    }

    static Row atMost(String what, double value, double target, String figures) {
        return new Row(what, "%.2f (%s)".formatted(value, figures), "≤ " + plain(target), value <= target).shown();
    }

    static Row reported(String what, String figures) {
        return new Row(what, figures, null, null).shown();
    }

    /** The line of the table. */
    String line() {
        return "| %s | %s | %s | %s |"
                .formatted(what, measured, target == null ? "reported" : target, met == null ? "" : met ? "yes" : "no");
    }

    /** Told at once, so that a run that is stopped has said something. */
    private Row shown() {
        System.out.println(line());
        return this;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
