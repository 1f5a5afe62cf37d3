package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.PriceUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cost field's name taken apart, for example {@code cache_read_input_token_cost_above_272k_tokens_flex}.
 *
 * @param unit what it is the price of
 * @param aboveTokens the prompt size above which it holds; 0 when for all
 * @param serviceTier the service tier; null for the default one
 */
record CostField(PriceUnit unit, long aboveTokens, @Nullable String serviceTier) {

    private static final Pattern NAME =
            Pattern.compile("(?<unit>\\w+?)(?:_above_(?<thousands>\\d+)k_tokens)?(?:_(?<tier>flex|priority|batches))?");

    private static final Map<String, PriceUnit> UNITS = Map.ofEntries(
            Map.entry("input_cost_per_token", PriceUnit.INPUT_TOKEN),
            Map.entry("output_cost_per_token", PriceUnit.OUTPUT_TOKEN),
            Map.entry("output_cost_per_reasoning_token", PriceUnit.REASONING_TOKEN),
            Map.entry("cache_read_input_token_cost", PriceUnit.CACHE_READ_TOKEN),
            Map.entry("input_cost_per_token_cache_hit", PriceUnit.CACHE_READ_TOKEN),
            Map.entry("cache_creation_input_token_cost", PriceUnit.CACHE_WRITE_TOKEN),
            Map.entry("cache_creation_input_token_cost_above_1hr", PriceUnit.CACHE_WRITE_1H_TOKEN),
            Map.entry("input_cost_per_audio_token", PriceUnit.AUDIO_INPUT_TOKEN),
            Map.entry("output_cost_per_audio_token", PriceUnit.AUDIO_OUTPUT_TOKEN),
            Map.entry("output_cost_per_image_token", PriceUnit.IMAGE_OUTPUT_TOKEN),
            Map.entry("input_cost_per_image", PriceUnit.IMAGE_INPUT),
            Map.entry("output_cost_per_image", PriceUnit.IMAGE_OUTPUT),
            Map.entry("input_cost_per_audio_per_second", PriceUnit.AUDIO_INPUT_SECOND),
            Map.entry("input_cost_per_video_per_second", PriceUnit.VIDEO_INPUT_SECOND),
            Map.entry("output_cost_per_video_per_second", PriceUnit.VIDEO_OUTPUT_SECOND),
            Map.entry("input_cost_per_character", PriceUnit.CHARACTER),
            Map.entry("ocr_cost_per_page", PriceUnit.PAGE),
            Map.entry("input_cost_per_query", PriceUnit.SEARCH_QUERY),
            Map.entry("input_cost_per_request", PriceUnit.REQUEST));

    private static final Set<String> IMAGE_MODES = Set.of("image_generation", "image_edit");

    /** Reads a field's name; empty when events count nothing that it could be the price of. */
    static Optional<CostField> parse(String name, String mode) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return unit(matcher.group("unit"), mode).map(unit -> {
            String thousands = matcher.group("thousands");
            long above = thousands == null ? 0 : 1_000L * Long.parseLong(thousands);
            String tier = matcher.group("tier");
            return new CostField(unit, above, "batches".equals(tier) ? "batch" : tier);
        });
    }

    private static Optional<PriceUnit> unit(String name, String mode) {
        Optional<PriceUnit> unit =
                Optional.ofNullable(UNITS.get(name)).or(() -> Optional.ofNullable(second(name, mode)));
        // Other models' output tokens are text, so that a rate for image tokens has nothing to be charged for.
        return unit.filter(known -> known != PriceUnit.IMAGE_OUTPUT_TOKEN || IMAGE_MODES.contains(mode));
    }

    /** Seconds are of sound or of video as the model's mode is; for others they are hired machine time, which no event counts. */
    private static @Nullable PriceUnit second(String name, String mode) {
        return switch (name + " " + mode) {
            case "input_cost_per_second audio_transcription" -> PriceUnit.AUDIO_INPUT_SECOND;
            case "output_cost_per_second audio_transcription" -> PriceUnit.AUDIO_INPUT_SECOND;
            case "input_cost_per_second audio_speech" -> PriceUnit.AUDIO_OUTPUT_SECOND;
            case "output_cost_per_second audio_speech" -> PriceUnit.AUDIO_OUTPUT_SECOND;
            case "output_cost_per_second video_generation" -> PriceUnit.VIDEO_OUTPUT_SECOND;
            default -> null;
        };
    }
}
