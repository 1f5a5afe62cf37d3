package dev.tollgate.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a model's family from its name: the maker's line and, where names carry one, the major version. */
final class Families {

    private static final List<Family> KNOWN = List.of(
            family("claude-(?:[a-z]+-)*v?(\\d)", "claude-"),
            family("gpt-(image|realtime|audio|oss)", "gpt-"),
            family("gpt-(4o|\\d)", "gpt-"),
            family("(?:^|[/.:])(o[134])(?![a-z0-9])", ""),
            family("(text-embedding-3|text-embedding-ada)", ""),
            family("gemini-embedding", "gemini-embedding"),
            family("gemini-(\\d)", "gemini-"),
            family("gemma-?(\\d)", "gemma-"),
            family("grok-(code|\\d)", "grok-"),
            family("deepseek-(v\\d|r\\d|chat|reasoner|coder)", "deepseek-"),
            family("llama-?v?(\\d)", "llama-"),
            family("qwen-?(\\d)", "qwen-"),
            family("(qwen|qwq)", ""),
            family("mistral-(large|medium|small|nemo|tiny|embed|ocr)", "mistral-"),
            family("(mixtral|codestral|devstral|magistral|ministral|pixtral|voxtral|mistral)", ""),
            family("(nova|titan)-", ""),
            family("kimi-k(\\d)", "kimi-k"),
            family("(?:^|[/.])glm-(\\d)", "glm-"),
            family("minimax-m(\\d)", "minimax-m"),
            family("dall-e-(\\d)", "dall-e-"),
            family("sora-(\\d)", "sora-"),
            family("veo-(\\d)", "veo-"),
            family("imagen-(\\d)", "imagen-"),
            family("phi-(\\d)", "phi-"),
            family("(whisper|jamba|sonar|flux|stable-diffusion|command|nemotron|granite|hermes|wizardlm)", ""),
            family("(?:^|/)(tts)-", ""));

    private Families() {}

    static @Nullable String of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .map(family -> family.match(name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static Family family(String pattern, String prefix) {
        return new Family(Pattern.compile(pattern), prefix);
    }

    private record Family(Pattern pattern, String prefix) {

        @Nullable
        String match(String name) {
            Matcher matcher = pattern.matcher(name);
            if (!matcher.find()) {
                return null;
            }
            return matcher.groupCount() == 0 ? prefix : prefix + matcher.group(1);
        }
    }
}
