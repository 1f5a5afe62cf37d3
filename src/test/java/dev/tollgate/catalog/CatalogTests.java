package dev.tollgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.ModelRef;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTests {

    private final Catalog catalog = new Catalog();

    CatalogTests() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5.5, openai, gpt-5.5",
        "OpenAI, GPT-5.5, openai, gpt-5.5",
        "openai, openai/gpt-5.5, openai, gpt-5.5",
        "openai, gpt-5.5-2026-04-23, openai, gpt-5.5-2026-04-23",
        "openai, gpt-5.5-2027-01-31, openai, gpt-5.5",
        "openai, ft:gpt-4o-2024-08-06:acme::abc123, openai, ft:gpt-4o-2024-08-06",
        "anthropic, claude-sonnet-4-5-latest, anthropic, claude-sonnet-4-5",
        "anthropic, claude-sonnet-4.5, anthropic, claude-sonnet-4-5",
        "anthropic, claude-sonnet-4-6-20260101, anthropic, claude-sonnet-4-6",
        "anthropic, anthropic/claude-sonnet-4-5-20250929, anthropic, claude-sonnet-4-5-20250929",
        "gemini, gemini-2.5-pro, google, gemini/gemini-2.5-pro",
        "google, gemini/gemini-2.5-pro, google, gemini/gemini-2.5-pro",
        "google, models/gemini-2.5-pro, google, gemini-2.5-pro",
        "vertex_ai, gemini-2.5-pro, google, gemini-2.5-pro",
        "gcp.vertex_ai, publishers/google/models/gemini-2.5-pro, google, gemini-2.5-pro",
        "vertex_ai, claude-sonnet-4-5@20250929, google, claude-sonnet-4-5@20250929",
        "bedrock, us.anthropic.claude-sonnet-4-5-20250929-v1:0, aws, us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "aws, me.anthropic.claude-sonnet-4-5-20250929-v1:0, aws, anthropic.claude-sonnet-4-5-20250929-v1:0",
        "aws, bedrock/us-west-2/zai.glm-5, aws, us-west-2/zai.glm-5",
        "azure_ai, gpt-5.5, azure, gpt-5.5",
        "azure, azure/eu/gpt-5.5, azure, eu/gpt-5.5",
        "openrouter, anthropic/claude-sonnet-4.6, openrouter, anthropic/claude-sonnet-4.6",
        "openrouter, openrouter/anthropic/claude-sonnet-4.6, openrouter, anthropic/claude-sonnet-4.6",
        "x-ai, grok-4, xai, grok-4",
        "mistral, codestral, mistral, codestral-latest",
    })
    void everyNameOfAModelFindsIt(String provider, String model, String foundProvider, String found) {
        assertThat(catalog.find(new ModelRef(provider, model)).map(Model::ref))
                .contains(new ModelRef(foundProvider, found));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-55",
        "openai, -latest",
        "aihubmix, gpt-5.5",
        "openrouter, openai/gpt-5.5",
        "azure, claude-2",
        "openai, openai/openai/",
        "acme, gpt-5.5"
    })
    void whatIsNotListedStaysUnknown(String provider, String model) {
        assertThat(catalog.find(new ModelRef(provider, model))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.5, gpt-5",
        "gpt-4o-mini, gpt-4o",
        "gpt-4.1-nano, gpt-4",
        "o3-mini, o3",
        "claude-sonnet-4-5, claude-4",
        "claude-3-5-sonnet-20241022, claude-3",
        "us.anthropic.claude-opus-4-1-v1:0, claude-4",
        "gemini-3.1-pro-preview, gemini-3",
        "grok-4.20-0309-reasoning, grok-4",
        "meta-llama/Llama-3.3-70B-Instruct, llama-3",
        "deepseek-ai/DeepSeek-V3-0324, deepseek-v3",
        "mistral-large-latest, mistral-large",
        "text-embedding-3-small, text-embedding-3",
        "acme-1, "
    })
    void theNameTellsTheFamily(String model, String family) {
        assertThat(Families.of(model)).isEqualTo(family);
    }

    @Test
    void priceVersionsHaveIdsOfTheirOwn() {
        assertThat(catalog.models().stream()
                        .flatMap(model -> model.prices().stream())
                        .map(PriceVersion::id))
                .hasSizeGreaterThan(2_500)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.value() > 0 && id.value() < 1_000_000_000);
    }

    @Test
    void knowsTheProvidersEveryInstallationHas() {
        assertThat(catalog.providers()).extracting(Provider::name).isSorted().contains("openai", "aihubmix", "aws");
        assertThat(catalog.providers()).contains(new Provider("aws", "Amazon Web Services"));
    }

    @Test
    void knowsWhatAModelCanDo() {
        Model model = catalog.find(new ModelRef("openai", "gpt-5.5")).orElseThrow();
        assertThat(model.type()).isEqualTo(ModelType.CHAT);
        assertThat(model.capabilities())
                .contains(
                        ModelCapability.VISION,
                        ModelCapability.FUNCTIONS,
                        ModelCapability.STREAMING,
                        ModelCapability.REASONING,
                        ModelCapability.CACHING);
        assertThat(model.contextWindow()).isEqualTo(1_050_000);
        assertThat(model.maxOutputTokens()).isEqualTo(128_000);
        assertThat(model.family()).isEqualTo("gpt-5");
    }
}
