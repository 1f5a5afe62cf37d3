package dev.tollgate.catalog;

/** What a model can do. */
public enum ModelCapability {
    /** Understands images. */
    VISION,
    /** Calls functions and tools. */
    FUNCTIONS,
    /** Streams its answer. */
    STREAMING,
    /** Understands or makes sound. */
    AUDIO,
    /** Thinks before it answers. */
    REASONING,
    /** Caches prompts. */
    CACHING
}
