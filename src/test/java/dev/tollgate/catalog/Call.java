package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenProvenance;
import dev.tollgate.core.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds calls for tests; what is not said is unknown. */
final class Call {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private enum Count {
        UNCACHED,
        CACHE_READ,
        WRITE_5M,
        WRITE_1H,
        OUTPUT,
        REASONING,
        AUDIO_INPUT,
        AUDIO_OUTPUT
    }

    private enum Piece {
        IMAGES,
        AUDIO_SECONDS,
        VIDEO_SECONDS,
        CHARACTERS,
        PAGES,
        SEARCHES
    }

    private final ModelRef model;
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Piece, BigDecimal> pieces = new EnumMap<>(Piece.class);
    private @Nullable String tier;
    private Instant occurredAt = NOW;
    private boolean failed;

    private Call(ModelRef model) {
        this.model = model;
    }

    static Call of(String provider, String model) {
        return new Call(new ModelRef(provider, model));
    }

    Call tokens(long uncached, long output) {
        counts.put(Count.OUTPUT, output);
        return input(uncached);
    }

    Call input(long uncached) {
        counts.put(Count.UNCACHED, uncached);
        return this;
    }

    Call cacheRead(long count) {
        counts.put(Count.CACHE_READ, count);
        return this;
    }

    Call cacheWrite(long fiveMinutes, long hour) {
        counts.put(Count.WRITE_5M, fiveMinutes);
        counts.put(Count.WRITE_1H, hour);
        return this;
    }

    Call reasoning(long count) {
        counts.put(Count.REASONING, count);
        return this;
    }

    Call audio(long input, long output) {
        counts.put(Count.AUDIO_INPUT, input);
        counts.put(Count.AUDIO_OUTPUT, output);
        return this;
    }

    Call images(String count) {
        return piece(Piece.IMAGES, count);
    }

    Call audioSeconds(String count) {
        return piece(Piece.AUDIO_SECONDS, count);
    }

    Call videoSeconds(String count) {
        return piece(Piece.VIDEO_SECONDS, count);
    }

    Call characters(String count) {
        return piece(Piece.CHARACTERS, count);
    }

    Call pages(String count) {
        return piece(Piece.PAGES, count);
    }

    Call searches(String count) {
        return piece(Piece.SEARCHES, count);
    }

    Call tier(String name) {
        tier = name;
        return this;
    }

    Call failed() {
        failed = true;
        return this;
    }

    Call at(String time) {
        occurredAt = Instant.parse(time);
        return this;
    }

    Chargeable chargeable() {
        return new Chargeable(model, occurredAt, tier, failed, tokens(), pieces.isEmpty() ? null : quantities());
    }

    private TokenUsage tokens() {
        return new TokenUsage(
                counts.get(Count.UNCACHED),
                counts.get(Count.CACHE_READ),
                counts.get(Count.WRITE_5M),
                counts.get(Count.WRITE_1H),
                counts.get(Count.OUTPUT),
                counts.get(Count.REASONING),
                counts.get(Count.AUDIO_INPUT),
                counts.get(Count.AUDIO_OUTPUT),
                counts.isEmpty() ? TokenProvenance.MISSING : TokenProvenance.PROVIDER);
    }

    private Quantities quantities() {
        return new Quantities(
                pieces.get(Piece.IMAGES),
                pieces.get(Piece.AUDIO_SECONDS),
                pieces.get(Piece.VIDEO_SECONDS),
                pieces.get(Piece.CHARACTERS),
                pieces.get(Piece.PAGES),
                pieces.get(Piece.SEARCHES));
    }

    private Call piece(Piece piece, String count) {
        pieces.put(piece, new BigDecimal(count));
        return this;
    }

    @Override
    public String toString() {
        return model.provider() + " " + model.model() + (tier == null ? "" : " " + tier) + " " + counts + pieces;
    }
}
