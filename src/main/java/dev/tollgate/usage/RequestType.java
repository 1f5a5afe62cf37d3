package dev.tollgate.usage;

/** What kind of request a call was. */
public enum RequestType {
    /** Conversation and text generation. */
    CHAT,
    /** Plain text completion. */
    COMPLETION,
    /** Vectors. */
    EMBEDDING,
    /** Images. */
    IMAGE,
    /** Text from speech. */
    AUDIO_TRANSCRIPTION,
    /** Speech from text. */
    SPEECH,
    /** Video. */
    VIDEO,
    /** Reordering of search results. */
    RERANK,
    /** Judgement of content. */
    MODERATION,
    /** Anything else. */
    OTHER
}
