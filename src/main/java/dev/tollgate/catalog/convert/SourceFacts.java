package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.ModelCapability;
import dev.tollgate.catalog.ModelType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a model is and can do, as the price list tells it. */
final class SourceFacts {

    private SourceFacts() {}

    static ModelType type(SourceModel model) {
        return switch (model.mode()) {
            case "chat", "responses", "realtime" -> ModelType.CHAT;
            case "completion" -> ModelType.COMPLETION;
            case "embedding" -> ModelType.EMBEDDING;
            case "image_generation", "image_edit" -> ModelType.IMAGE;
            case "audio_transcription" -> ModelType.AUDIO_TRANSCRIPTION;
            case "audio_speech" -> ModelType.SPEECH;
            case "video_generation" -> ModelType.VIDEO;
            case "rerank" -> ModelType.RERANK;
            case "moderation" -> ModelType.MODERATION;
            default -> ModelType.OTHER;
        };
    }

    static Set<ModelCapability> capabilities(SourceModel model) {
        Set<ModelCapability> able = EnumSet.noneOf(ModelCapability.class);
        add(able, ModelCapability.VISION, model.says("supports_vision"));
        add(able, ModelCapability.FUNCTIONS, model.says("supports_function_calling"));
        add(able, ModelCapability.STREAMING, streams(model));
        add(able, ModelCapability.AUDIO, hears(model));
        add(able, ModelCapability.REASONING, model.says("supports_reasoning"));
        add(able, ModelCapability.CACHING, caches(model));
        return able;
    }

    static @Nullable Long contextWindow(SourceModel model) {
        return model.count("max_input_tokens");
    }

    static @Nullable Long maxOutputTokens(SourceModel model) {
        return model.count("max_output_tokens");
    }

    /** The list names only exceptions: models that write text stream it unless it says no. */
    private static boolean streams(SourceModel model) {
        boolean writes = type(model) == ModelType.CHAT || type(model) == ModelType.COMPLETION;
        return writes && !model.saysNo("supports_native_streaming");
    }

    private static boolean hears(SourceModel model) {
        boolean speech = type(model) == ModelType.AUDIO_TRANSCRIPTION || type(model) == ModelType.SPEECH;
        return speech || model.says("supports_audio_input", "supports_audio_output");
    }

    private static boolean caches(SourceModel model) {
        return model.says("supports_prompt_caching") || model.decimal("cache_read_input_token_cost") != null;
    }

    private static void add(Set<ModelCapability> able, ModelCapability capability, boolean can) {
        if (can) {
            able.add(capability);
        }
    }
}
