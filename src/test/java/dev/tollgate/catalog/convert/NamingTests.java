package dev.tollgate.catalog.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTests {

    @Test
    void takesTheProviderOutOfTheName() {
        assertThat(names("'xai/grok-4': {'litellm_provider': 'xai'}")).containsExactly("xai grok-4 [xai/grok-4]");
        assertThat(names("'openrouter/openai/gpt-5': {'litellm_provider': 'openrouter'}"))
                .containsExactly("openrouter openai/gpt-5 [openrouter/openai/gpt-5]");
        assertThat(names("'bedrock/us-east-1/m': {'litellm_provider': 'bedrock_converse'}"))
                .containsExactly("aws us-east-1/m [bedrock/us-east-1/m]");
        assertThat(names("'hd/dall-e': {'litellm_provider': 'openai'}")).containsExactly("openai hd/dall-e []");
    }

    @Test
    void keysThatCostTheSameAreOneModel() {
        assertThat(names("'azure/m': {'litellm_provider': 'azure', 'input_cost_per_token': 1},"
                        + "'azure_ai/m': {'litellm_provider': 'azure_ai', 'input_cost_per_token': 1.0}"))
                .containsExactly("azure m [azure/m, azure_ai/m]");
    }

    @Test
    void keysThatCostOtherwiseAreModelsOfTheirOwn() {
        assertThat(names("'gemini/m': {'litellm_provider': 'gemini', 'input_cost_per_token': 1},"
                        + "'m': {'litellm_provider': 'vertex_ai-language-models', 'input_cost_per_token': 2}"))
                .containsExactlyInAnyOrder("google m []", "google gemini/m []");
    }

    private static List<String> names(String entries) {
        return PriceList.of("{" + entries.replace('\'', '"') + "}").models().stream()
                .map(model -> model.ref().provider() + " " + model.ref().model() + " " + model.aliases())
                .toList();
    }
}
