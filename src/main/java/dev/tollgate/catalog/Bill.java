package dev.tollgate.catalog;

import static dev.tollgate.catalog.PriceUnit.AUDIO_INPUT_SECOND;
import static dev.tollgate.catalog.PriceUnit.AUDIO_INPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.AUDIO_OUTPUT_SECOND;
import static dev.tollgate.catalog.PriceUnit.AUDIO_OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_READ_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_WRITE_1H_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_WRITE_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CHARACTER;
import static dev.tollgate.catalog.PriceUnit.IMAGE_INPUT;
import static dev.tollgate.catalog.PriceUnit.IMAGE_OUTPUT;
import static dev.tollgate.catalog.PriceUnit.IMAGE_OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.INPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.PAGE;
import static dev.tollgate.catalog.PriceUnit.REASONING_TOKEN;
import static dev.tollgate.catalog.PriceUnit.REQUEST;
import static dev.tollgate.catalog.PriceUnit.SEARCH_QUERY;
import static dev.tollgate.catalog.PriceUnit.VIDEO_INPUT_SECOND;
import static dev.tollgate.catalog.PriceUnit.VIDEO_OUTPUT_SECOND;

import dev.tollgate.core.Money;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One call being charged. Where a model's price states the same thing by token and by another unit, the unit that was counted
 * stands for the tokens, so that nothing is charged twice.
 */
final class Bill {

    private final UnitRates rates;
    private final TokenUsage tokens;
    private boolean charged;
    private boolean tokensWithoutRate;

    private Bill(UnitRates rates, TokenUsage tokens) {
        this.rates = rates;
        this.tokens = tokens;
    }

    /** Charges the call, or not when nothing that was reported has a price. */
    static Charge of(PriceVersionId version, UnitRates rates, TokenUsage tokens, @Nullable Quantities quantities) {
        return new Bill(rates, tokens).charge(version, quantities);
    }

    private Charge charge(PriceVersionId version, @Nullable Quantities quantities) {
        BigDecimal units = quantities == null ? BigDecimal.ZERO : units(quantities);
        boolean unitsCharged = charged;
        BigDecimal input = countedByCharacter(quantities) ? BigDecimal.ZERO : input();
        BigDecimal output = countedByPiece(quantities) ? BigDecimal.ZERO : output();
        BigDecimal cacheRead = take(tokens.cacheRead(), CACHE_READ_TOKEN);
        BigDecimal cacheWrite =
                take(tokens.cacheWrite5m(), CACHE_WRITE_TOKEN).add(take(tokens.cacheWrite1h(), CACHE_WRITE_1H_TOKEN));
        BigDecimal reasoning = take(tokens.reasoning(), REASONING_TOKEN);
        if (!charged || (tokensWithoutRate && !unitsCharged)) {
            return new Charge.Unpriced();
        }
        BigDecimal request = rates.get(REQUEST);
        BigDecimal other = request == null ? units : units.add(request);
        return new Charge.Priced(
                version,
                new CostBreakdown(
                        new Money(input),
                        new Money(cacheRead),
                        new Money(cacheWrite),
                        new Money(output),
                        new Money(reasoning),
                        new Money(other)));
    }

    private BigDecimal input() {
        return withAudio(tokens.uncachedInput(), INPUT_TOKEN, tokens.audioInput(), AUDIO_INPUT_TOKEN);
    }

    private BigDecimal output() {
        return withAudio(tokens.output(), OUTPUT_TOKEN, tokens.audioOutput(), AUDIO_OUTPUT_TOKEN);
    }

    private BigDecimal withAudio(@Nullable Long all, PriceUnit unit, @Nullable Long audio, PriceUnit audioUnit) {
        if (all == null || audio == null || audio == 0) {
            return take(all, unit);
        }
        long sound = Math.min(all, audio);
        return take(all - sound, unit).add(take(sound, audioUnit));
    }

    private BigDecimal units(Quantities quantities) {
        return take(quantities.images(), first(IMAGE_OUTPUT, IMAGE_INPUT))
                .add(take(quantities.audioSeconds(), first(AUDIO_INPUT_SECOND, AUDIO_OUTPUT_SECOND)))
                .add(take(quantities.videoSeconds(), first(VIDEO_OUTPUT_SECOND, VIDEO_INPUT_SECOND)))
                .add(take(quantities.characters(), CHARACTER))
                .add(take(quantities.pages(), PAGE))
                .add(take(quantities.searchQueries(), SEARCH_QUERY));
    }

    private PriceUnit first(PriceUnit unit, PriceUnit otherwise) {
        return rates.has(unit) ? unit : otherwise;
    }

    private boolean countedByCharacter(@Nullable Quantities quantities) {
        return quantities != null && counted(quantities.characters()) && rates.has(CHARACTER);
    }

    private boolean countedByPiece(@Nullable Quantities quantities) {
        if (quantities == null) {
            return false;
        }
        boolean images = counted(quantities.images()) && rates.has(IMAGE_OUTPUT) && rates.has(IMAGE_OUTPUT_TOKEN);
        return images
                || (counted(quantities.audioSeconds())
                        && rates.has(AUDIO_OUTPUT_SECOND)
                        && !rates.has(AUDIO_INPUT_SECOND));
    }

    private static boolean counted(@Nullable BigDecimal count) {
        return count != null && count.signum() > 0;
    }

    private BigDecimal take(@Nullable Long count, PriceUnit unit) {
        if (count == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = rates.get(unit);
        if (rate == null) {
            tokensWithoutRate |= count > 0;
            return BigDecimal.ZERO;
        }
        charged = true;
        return count == 0 ? BigDecimal.ZERO : rate.multiply(BigDecimal.valueOf(count));
    }

    private BigDecimal take(@Nullable BigDecimal count, PriceUnit unit) {
        BigDecimal rate = rates.get(unit);
        if (count == null || rate == null) {
            return BigDecimal.ZERO;
        }
        charged = true;
        return rate.multiply(count);
    }
}
