package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when on something holds for a model.
 *
 * @param model the model, named as events name it
 * @param effectiveFrom from when on it holds, to the microsecond
 */
public record PriceStart(ModelRef model, Instant effectiveFrom) {

    /** Brings the time to the precision that the database keeps. */
    public PriceStart {
        effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same for a model by another name. */
    PriceStart of(ModelRef name) {
        return new PriceStart(name, effectiveFrom);
    }
}
