package dev.tollgate.catalog.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.catalog.Rate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRatesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "chat | 'input_cost_per_token': 5e-06 | INPUT_TOKEN 0.000005",
                "chat | 'cache_creation_input_token_cost_above_1hr': 2 | CACHE_WRITE_1H_TOKEN 2",
                "chat | 'cache_creation_input_token_cost_above_1hr_above_200k_tokens': 2 | CACHE_WRITE_1H_TOKEN >200000 2",
                "chat | 'cache_read_input_token_cost_above_272k_tokens_flex': 2 | CACHE_READ_TOKEN >272000 @flex 2",
                "chat | 'input_cost_per_token_batches': 2 | INPUT_TOKEN @batch 2",
                "chat | 'input_cost_per_token_above_512k_tokens': 2 | INPUT_TOKEN >512000 2",
                "chat | 'input_cost_per_token_cache_hit': 2 | CACHE_READ_TOKEN 2",
                "chat | 'search_context_cost_per_query': {'search_context_size_low': 1, 'search_context_size_medium': 2} | SEARCH_QUERY 2",
                "chat | 'input_cost_per_second': 2 | ",
                "chat | 'output_cost_per_image_token': 2 | ",
                "chat | 'input_cost_per_token': 0, 'output_cost_per_token': 0.0 | ",
                "chat | 'input_cost_per_token': null | ",
                "chat | 'input_cost_per_token': 'free' | ",
                "rerank | 'input_cost_per_token': 0, 'input_cost_per_query': 2 | SEARCH_QUERY 2",
                "embedding | 'input_cost_per_token': 2, 'output_cost_per_token': 0 | INPUT_TOKEN 2 ; OUTPUT_TOKEN 0",
                "chat | 'output_cost_per_token': 2, 'output_cost_per_reasoning_token': 2.0 | OUTPUT_TOKEN 2",
                "chat | 'output_cost_per_token': 2, 'output_cost_per_reasoning_token': 3 | OUTPUT_TOKEN 2 ; REASONING_TOKEN 3",
                "image_generation | 'output_cost_per_image_token': 2 | IMAGE_OUTPUT_TOKEN 2",
                "audio_transcription | 'input_cost_per_second': 0, 'output_cost_per_second': 2 | AUDIO_INPUT_SECOND 2",
                "audio_speech | 'output_cost_per_second': 2 | AUDIO_OUTPUT_SECOND 2",
                "video_generation | 'output_cost_per_second': 2 | VIDEO_OUTPUT_SECOND 2",
                "ocr | 'ocr_cost_per_page': 2 | PAGE 2",
                "chat | 'input_cost_per_token': 2, 'provider_specific_entry': {'us': 1.1, 'fast': 6.0} | INPUT_TOKEN 2 ; INPUT_TOKEN @fast 12",
                "chat | 'tiered_pricing': [{'input_cost_per_token': 2, 'range': [0, 32000.0]}, {'input_cost_per_token': 3, 'range': [32000.0, 128000.0]}] | INPUT_TOKEN 2 ; INPUT_TOKEN >32000 3",
                "search | 'tiered_pricing': [{'input_cost_per_query': 2, 'max_results_range': [0, 25]}, {'input_cost_per_query': 3, 'max_results_range': [26, 100]}] | SEARCH_QUERY 2"
            })
    void readsEveryKindOfField(String mode, String fields, String rates) {
        assertThat(rates("m", "'mode': '" + mode + "', " + fields)).isEqualTo(rates == null ? "" : rates);
    }

    @Test
    void readsAPricePerPixelAsAPricePerImageOfTheSizeInTheName() {
        assertThat(rates("hd/1024-x-1792/dall-e-3", "'mode': 'image_generation', 'input_cost_per_pixel': 1e-08"))
                .isEqualTo("IMAGE_OUTPUT 0.01835008");
        assertThat(rates("dall-e-3", "'mode': 'image_generation', 'input_cost_per_pixel': 1e-08"))
                .isEmpty();
    }

    private static String rates(String key, String fields) {
        String json = "{'" + key + "': {'litellm_provider': 'openai', " + fields + "}}";
        List<ListedModel> models = PriceList.of(json.replace('\'', '"')).models();
        Stream<Rate> rates = models.getFirst().rates().stream();
        return String.join(" ; ", rates.map(SourceRatesTests::text).sorted().toList());
    }

    private static String text(Rate rate) {
        return rate.unit()
                + (rate.aboveTokens() == 0 ? "" : " >" + rate.aboveTokens())
                + (rate.serviceTier() == null ? "" : " @" + rate.serviceTier())
                + " "
                + rate.amount().toPlainString();
    }
}
