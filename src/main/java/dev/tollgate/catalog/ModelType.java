package dev.tollgate.catalog;

/** What a model is for. */
public enum ModelType {
    /** Conversation and text generation. */
    CHAT,
    /** Plain text completion. */
    COMPLETION,
    /** Vectors for search and comparison. */
    EMBEDDING,
    /** Images from text or images. */
    IMAGE,
    /** Text from speech. */
    AUDIO_TRANSCRIPTION,
    /** Speech from text. */
    SPEECH,
    /** Video from text or images. */
    VIDEO,
    /** Reordering of search results. */
    RERANK,
    /** Judgement of content. */
    MODERATION,
    /** Anything else. */
    OTHER
}
