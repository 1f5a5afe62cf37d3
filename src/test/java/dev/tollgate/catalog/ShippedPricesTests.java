package dev.tollgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPricesTests {

    private static final OrganizationPrices PRICES = shipped();

    @ParameterizedTest
    @MethodSource
    void chargesExactly(Call call, String usd) {
        assertThat(PRICES.charge(call.chargeable()))
                .isInstanceOfSatisfying(
                        Charge.Priced.class,
                        charge -> assertThat(charge.cost().total().amount()).isEqualByComparingTo(usd));
    }

    static Stream<Arguments> chargesExactly() {
        return Stream.of(threshold(), cache(), tiers(), audio(), pieces(), images(), ranges(), moments(), zeros())
                .flatMap(List::stream);
    }

    private static List<Arguments> threshold() {
        return List.of(
                arguments(openai("gpt-5.5").tokens(200_000, 2_000).cacheRead(100_000), "2.19"),
                arguments(openai("gpt-5.5").tokens(272_000, 1), "1.36003"),
                arguments(openai("gpt-5.5").tokens(272_001, 1), "2.720055"),
                arguments(openai("gpt-5.5").tokens(172_000, 1).cacheRead(100_000), "0.91003"),
                arguments(google("gemini-3.1-pro-preview").tokens(200_000, 1_000), "0.412"),
                arguments(google("gemini-3.1-pro-preview").tokens(200_001, 1_000), "0.818004"),
                arguments(
                        google("gemini-3.1-pro-preview").tokens(150_001, 1_000).cacheRead(50_000), "0.638004"),
                arguments(google("gemini-3.1-pro-preview").tokens(300_000, 10).reasoning(990), "1.218"));
    }

    private static List<Arguments> cache() {
        return List.of(
                arguments(sonnet().tokens(3, 550).cacheWrite(12_304, 0), "0.054399"),
                arguments(sonnet().tokens(3, 550).cacheWrite(0, 12_304), "0.082083"),
                arguments(sonnet().tokens(3, 550).cacheWrite(10_000, 2_304).cacheRead(1_000), "0.059883"),
                arguments(sonnet().tokens(0, 0).cacheWrite(0, 200_000), "1.2"),
                arguments(sonnet().tokens(0, 0).cacheWrite(0, 200_001), "2.400012"),
                arguments(sonnet().tokens(0, 0).cacheWrite(200_001, 0), "1.5000075"),
                // The cache write has a price above the threshold and none below: there it is input.
                arguments(google("gemini-3.1-pro-preview").tokens(0, 0).cacheWrite(200_000, 0), "0.4"),
                arguments(google("gemini-3.1-pro-preview").tokens(0, 0).cacheWrite(200_001, 0), "0.05000025"),
                // No hour's price at all: the 5-minute one.
                arguments(openai("gpt-5.6").tokens(0, 0).cacheWrite(0, 1_000), "0.00625"),
                // No cache price at all: input.
                arguments(Call.of("xai", "grok-4").tokens(0, 0).cacheRead(1_000), "0.003"));
    }

    private static List<Arguments> tiers() {
        return List.of(
                arguments(openai("gpt-5.5").tokens(1_000, 1_000).tier("default"), "0.035"),
                arguments(openai("gpt-5.5").tokens(1_000, 1_000).tier("flex"), "0.0175"),
                arguments(openai("gpt-5.5").tokens(1_000, 1_000).tier("priority"), "0.07"),
                arguments(openai("gpt-5.5").tokens(1_000, 1_000).tier("BATCH"), "0.0175"),
                arguments(openai("gpt-5.5").tokens(1_000, 1_000).tier("unheard-of"), "0.035"),
                arguments(openai("gpt-5.5").tokens(0, 0).cacheRead(1_000).tier("flex"), "0.00025"),
                arguments(openai("gpt-5.5").tokens(0, 0).cacheRead(1_000).tier("batch"), "0.0005"),
                arguments(openai("gpt-5.5").tokens(300_000, 0).tier("flex"), "3"),
                arguments(openai("gpt-5.6").tokens(300_000, 1_000).tier("flex"), "1.5225"),
                arguments(openai("gpt-5.6").tokens(0, 0).cacheWrite(300_000, 0).tier("flex"), "1.875"),
                arguments(Call.of("azure", "gpt-5.5").tokens(300_000, 1_000).tier("priority"), "6.09"),
                arguments(Call.of("xai", "grok-4").tokens(1_000, 1_000).tier("flex"), "0.018"),
                arguments(
                        Call.of("anthropic", "claude-opus-4-6").tokens(1_000, 0).tier("fast"), "0.03"));
    }

    private static List<Arguments> audio() {
        return List.of(
                arguments(openai("gpt-4o-audio-preview").tokens(1_000, 500).audio(800, 500), "0.0725"),
                arguments(google("gemini-2.5-flash").tokens(1_000, 0).audio(1_000, 0), "0.001"),
                // No price of its own for sound: text's.
                arguments(openai("gpt-5.5").tokens(1_000, 0).audio(1_000, 0), "0.005"),
                arguments(openai("gpt-4o-transcribe").tokens(1_000, 100).audio(1_000, 0), "0.0035"));
    }

    private static List<Arguments> pieces() {
        return List.of(
                // Stated for input and for output, but it is the same second.
                arguments(openai("whisper-1").audioSeconds("13.5"), "0.00135"),
                arguments(openai("tts-1").characters("900"), "0.0135"),
                arguments(openai("gpt-4o-mini-tts").tokens(100, 400).audioSeconds("10"), "0.00275"),
                arguments(openai("gpt-4o-mini-tts").tokens(100, 400), "0.00425"),
                arguments(Call.of("gemini", "veo-3.1-generate-preview").videoSeconds("8"), "3.2"),
                arguments(openai("sora-2").videoSeconds("4"), "0.4"),
                arguments(Call.of("mistral", "mistral-ocr-latest").pages("3"), "0.012"),
                arguments(Call.of("azure", "cohere-rerank-v3.5").searches("2"), "0.004"),
                arguments(sonnet().tokens(1_000, 0).searches("2"), "0.023"),
                arguments(openai("gpt-4o-search-preview").tokens(0, 0).searches("1"), "0.035"),
                arguments(Call.of("exa_ai", "search").searches("1"), "0.005"),
                arguments(google("text-embedding-005").input(250).characters("1000"), "0.000025"),
                arguments(google("text-embedding-005").input(250), "0.000025"),
                arguments(Call.of("perplexity", "pplx-70b-online").tokens(1_000, 1_000), "0.0078"));
    }

    private static List<Arguments> images() {
        return List.of(
                arguments(openai("dall-e-3").images("2"), "0.08"),
                arguments(openai("1024-x-1024/dall-e-2").images("1"), "0.019922944"),
                arguments(Call.of("gemini", "imagen-4.0-generate-001").images("3"), "0.12"),
                arguments(openai("gpt-image-1").tokens(100, 1_000), "0.0405"),
                // The image is charged once: counted, or by its tokens.
                arguments(google("gemini-2.5-flash-image").tokens(1_000, 1_290).images("1"), "0.0393"),
                arguments(google("gemini-2.5-flash-image").tokens(1_000, 1_290), "0.039"));
    }

    private static List<Arguments> ranges() {
        return List.of(
                arguments(Call.of("dashscope", "qwen3-coder-plus").tokens(32_000, 1_000), "0.037"),
                arguments(Call.of("dashscope", "qwen3-coder-plus").tokens(32_001, 1_000), "0.0666018"),
                arguments(Call.of("dashscope", "qwen3-coder-plus").tokens(128_001, 1_000), "0.399003"),
                arguments(Call.of("dashscope", "qwen3-coder-plus").tokens(2_000_000, 1_000), "12.06"),
                arguments(
                        Call.of("dashscope", "qwen-plus-latest")
                                .tokens(1_000, 0)
                                .reasoning(1_000),
                        "0.0044"));
    }

    private static List<Arguments> moments() {
        return List.of(
                arguments(openai("gpt-5.5").tokens(1_000, 0).at("2026-08-06T00:00:00Z"), "0.005"),
                arguments(openai("gpt-5.5").tokens(1_000, 0).at("2025-06-01T00:00:00Z"), "0.005"),
                arguments(openai("gpt-5.5").tokens(1_000, 0).at("2031-01-01T00:00:00Z"), "0.005"));
    }

    private static List<Arguments> zeros() {
        return List.of(
                arguments(openai("gpt-5.5").tokens(0, 0), "0"),
                arguments(openai("gpt-5.5").input(1_000), "0.005"),
                arguments(openai("text-embedding-3-small").tokens(1_000_000, 0), "0.02"));
    }

    @ParameterizedTest
    @MethodSource
    void leavesUnpriced(Call call) {
        assertThat(PRICES.charge(call.chargeable())).isEqualTo(new Charge.Unpriced());
    }

    static Stream<Call> leavesUnpriced() {
        return Stream.of(
                // Not listed there, though its maker's price is known.
                Call.of("aihubmix", "gpt-5.5").tokens(1_000, 10),
                Call.of("openrouter", "openai/gpt-5.5").tokens(1_000, 10),
                Call.of("acme", "acme-1").tokens(1_000, 10),
                // Listed with a price of 0: that is not known to be free.
                Call.of("gemini", "gemma-3-27b-it").tokens(1_000, 10),
                // Priced, but not by anything that was reported.
                openai("gpt-5.5"),
                openai("dall-e-3").tokens(0, 0),
                openai("whisper-1").tokens(100, 10),
                Call.of("azure", "cohere-rerank-v3.5").tokens(500, 0),
                openai("gpt-image-1").images("1"));
    }

    private static Call openai(String model) {
        return Call.of("openai", model);
    }

    private static Call google(String model) {
        return Call.of("google", model);
    }

    private static Call sonnet() {
        return Call.of("anthropic", "claude-sonnet-4-5");
    }

    private static OrganizationPrices shipped() {
        try {
            return new OrganizationPrices(List.of(), new Catalog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
