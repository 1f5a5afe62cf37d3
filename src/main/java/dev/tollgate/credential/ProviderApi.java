package dev.tollgate.credential;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's API looks like to whoever wants to know whether a secret is accepted: something that costs nothing, and that
 * nobody gets without a secret.
 *
 * @param baseUrl where it is unless a credential says otherwise; null: a credential must say
 * @param header the header that the secret is sent in
 * @param prefix what comes before the secret in it
 * @param path what is asked for
 * @param extra further headers
 */
record ProviderApi(@Nullable URI baseUrl, String header, String prefix, String path, Map<String, String> extra) {

    private static final String MODELS = "/models";
    private static final ProviderApi UNKNOWN = bearer(null, MODELS);

    private static final Map<String, ProviderApi> KNOWN = Map.ofEntries(
            Map.entry("openai", bearer("https://api.openai.com/v1", MODELS)),
            Map.entry("mistral", bearer("https://api.mistral.ai/v1", MODELS)),
            Map.entry("groq", bearer("https://api.groq.com/openai/v1", MODELS)),
            Map.entry("deepseek", bearer("https://api.deepseek.com", MODELS)),
            Map.entry("xai", bearer("https://api.x.ai/v1", MODELS)),
            // Its models are told to everybody.
            Map.entry("openrouter", bearer("https://openrouter.ai/api/v1", "/key")),
            Map.entry("aihubmix", bearer("https://aihubmix.com/v1", MODELS)),
            Map.entry(
                    "anthropic",
                    keyed(
                            "https://api.anthropic.com/v1",
                            "x-api-key",
                            MODELS,
                            Map.of("anthropic-version", "2023-06-01"))),
            Map.entry(
                    "google",
                    keyed("https://generativelanguage.googleapis.com/v1beta", "x-goog-api-key", MODELS, Map.of())),
            Map.entry("azure", keyed(null, "api-key", "/openai/models?api-version=2024-10-21", Map.of())),
            Map.entry("aws", bearer(null, "/foundation-models")));

    /** The API of a provider by its one name; one that is not known here is taken to be as OpenAI's. */
    static ProviderApi of(String provider) {
        return KNOWN.getOrDefault(provider, UNKNOWN);
    }

    private static ProviderApi bearer(@Nullable String baseUrl, String path) {
        return new ProviderApi(uri(baseUrl), "Authorization", "Bearer ", path, Map.of());
    }

    private static ProviderApi keyed(@Nullable String baseUrl, String header, String path, Map<String, String> extra) {
        return new ProviderApi(uri(baseUrl), header, "", path, extra);
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
