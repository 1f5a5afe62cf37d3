package dev.tollgate.demo;

/** A model and how its calls are made to look. */
enum DemoModel {
    GPT_5_5("openai", "gpt-5.5", 620, 78, Caching.READ, 0.45),
    GPT_5_4_MINI("openai", "gpt-5.4-mini", 340, 140, Caching.READ, 0.25),
    GPT_5_MINI("openai", "gpt-5-mini", 380, 125, Caching.READ, 0.35),
    GPT_4_1("openai", "gpt-4.1", 450, 92, Caching.READ, 0),
    GPT_4O_MINI("openai", "gpt-4o-mini", 330, 110, Caching.READ, 0),
    O3("openai", "o3", 900, 70, Caching.READ, 0.6),
    AZURE_GPT_4O("azure", "gpt-4o", 480, 85, Caching.NONE, 0),
    OPUS_4_6("anthropic", "claude-opus-4-6", 1150, 48, Caching.WRITE, 0),
    SONNET_4_6("anthropic", "claude-sonnet-4-6", 740, 72, Caching.WRITE, 0),
    SONNET_4_5("anthropic", "claude-sonnet-4-5", 780, 64, Caching.WRITE, 0),
    HAIKU_4_5("anthropic", "claude-haiku-4-5", 360, 130, Caching.WRITE, 0),
    AWS_SONNET_4_5("aws", "anthropic.claude-sonnet-4-5-20250929-v1:0", 860, 60, Caching.NONE, 0),
    GEMINI_3_1_PRO("google", "gemini-3.1-pro-preview", 820, 88, Caching.READ, 0.4),
    GEMINI_2_5_FLASH("google", "gemini-2.5-flash", 300, 190, Caching.READ, 0.15),
    GROK_4("xai", "grok-4", 700, 75, Caching.NONE, 0.3),
    MISTRAL_LARGE("mistral", "mistral-large-latest", 410, 80, Caching.NONE, 0),
    DEEPSEEK_CHAT("deepseek", "deepseek-chat", 690, 42, Caching.READ, 0),
    LLAMA_70B("groq", "llama-3.3-70b-versatile", 160, 320, Caching.NONE, 0),
    /** No price is known for this reseller: the demo shows what that looks like. */
    UNPRICED("aihubmix", "DeepSeek-V3.2-Exp", 760, 45, Caching.NONE, 0);

    /** What a model does with long prompts. */
    enum Caching {
        /** Nothing. */
        NONE,
        /** Reads what it has seen before. */
        READ,
        /** Writes at a price first, then reads. */
        WRITE
    }

    final String provider;
    final String model;

    /** The wait for the first token with a short prompt. */
    final int firstTokenMs;

    /** How fast it writes. */
    final int tokensPerSecond;

    /** What it does with long prompts. */
    final Caching caching;

    /** The share of its output that is reasoning, from 0 to 1. */
    final double reasoning;

    DemoModel(String provider, String model, int firstTokenMs, int tokensPerSecond, Caching caching, double reasoning) {
        this.provider = provider;
        this.model = model;
        this.firstTokenMs = firstTokenMs;
        this.tokensPerSecond = tokensPerSecond;
        this.caching = caching;
        this.reasoning = reasoning;
    }
}
