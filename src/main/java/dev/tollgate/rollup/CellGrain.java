package dev.tollgate.rollup;

import dev.tollgate.core.Granularity;
import java.util.Locale;

/** The width of stored cells, finest first. */
public enum CellGrain {
    /** UTC minutes. */
    MINUTE(Granularity.MINUTE),
    /** Hours of the organization's zone. */
    HOUR(Granularity.HOUR),
    /** Days of the organization's zone. */
    DAY(Granularity.DAY);

    private final Granularity granularity;

    CellGrain(Granularity granularity) {
        this.granularity = granularity;
    }

    /** The same width as a granularity of the calendar. */
    public Granularity granularity() {
        return granularity;
    }

    /** The table of the sums. */
    public String cellTable() {
        return "usage_cell_" + name().toLowerCase(Locale.ROOT);
    }

    /** The table of the sketches. */
    public String sketchTable() {
        return "usage_sketch_" + name().toLowerCase(Locale.ROOT);
    }
}
