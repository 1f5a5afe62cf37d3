package dev.tollgate.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The one name of each provider. Senders and price lists use many, and add their own: those stay as they are. */
public final class ProviderNames {

    private static final Map<String, String> LABELS = labels();

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("text-completion-openai", "openai"),
            Map.entry("azure_ai", "azure"),
            Map.entry("azure_text", "azure"),
            Map.entry("azure_openai", "azure"),
            Map.entry("azure.ai.openai", "azure"),
            Map.entry("azure.ai.inference", "azure"),
            Map.entry("az.ai.openai", "azure"),
            Map.entry("az.ai.inference", "azure"),
            Map.entry("amazon", "aws"),
            Map.entry("amazon_nova", "aws"),
            Map.entry("aws.bedrock", "aws"),
            Map.entry("aws_polly", "aws"),
            Map.entry("sagemaker", "aws"),
            Map.entry("gemini", "google"),
            Map.entry("google_genai", "google"),
            Map.entry("google_pse", "google"),
            Map.entry("gcp.gemini", "google"),
            Map.entry("gcp.gen_ai", "google"),
            Map.entry("gcp.vertex_ai", "google"),
            Map.entry("palm", "google"),
            Map.entry("vertexai", "google"),
            Map.entry("x-ai", "xai"),
            Map.entry("x_ai", "xai"),
            Map.entry("mistralai", "mistral"),
            Map.entry("mistral_ai", "mistral"),
            Map.entry("codestral", "mistral"),
            Map.entry("text-completion-codestral", "mistral"),
            Map.entry("cohere_chat", "cohere"),
            Map.entry("fireworks_ai-embedding-models", "fireworks_ai"),
            Map.entry("text-completion-inception", "inception"),
            Map.entry("meta_llama", "meta"));

    private ProviderNames() {}

    /** The name the catalogue uses for a provider, in lower case; an unknown provider keeps its own. */
    public static String normalize(String provider) {
        String name = provider.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("bedrock")) {
            return "aws";
        }
        if (name.startsWith("vertex_ai")) {
            return "google";
        }
        return SAME.getOrDefault(name, name);
    }

    /** The name shown to people. */
    public static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    /** Whether every installation knows the provider of this one name. */
    public static boolean isWellKnown(String name) {
        return LABELS.containsKey(name);
    }

    /** The providers that every installation knows, whether the catalogue has models of them or not. */
    static Set<String> wellKnown() {
        return LABELS.keySet();
    }

    private static Map<String, String> labels() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("openai", "OpenAI"),
                Map.entry("anthropic", "Anthropic"),
                Map.entry("google", "Google"),
                Map.entry("azure", "Microsoft Azure"),
                Map.entry("aws", "Amazon Web Services"),
                Map.entry("xai", "xAI"),
                Map.entry("mistral", "Mistral AI"),
                Map.entry("deepseek", "DeepSeek"),
                Map.entry("groq", "Groq"),
                Map.entry("openrouter", "OpenRouter"),
                Map.entry("aihubmix", "AIHubMix")));
    }
}
