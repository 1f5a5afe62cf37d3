package dev.tollgate.catalog;

/** What a rate is the price of a single one of. */
public enum PriceUnit {
    /** An input token that is neither read from nor written to the cache. */
    INPUT_TOKEN(true),
    /** An output token. */
    OUTPUT_TOKEN(true),
    /** An output token spent on reasoning; without a rate of its own it costs what an output token costs. */
    REASONING_TOKEN(true),
    /** An input token read from the cache; without a rate of its own it costs what an input token costs. */
    CACHE_READ_TOKEN(true),
    /** An input token written to the cache for 5 minutes; without a rate of its own it costs what an input token costs. */
    CACHE_WRITE_TOKEN(true),
    /** An input token written to the cache for an hour; without a rate of its own it costs what a 5-minute one costs. */
    CACHE_WRITE_1H_TOKEN(true),
    /** An input token of sound; without a rate of its own it costs what an input token costs. */
    AUDIO_INPUT_TOKEN(true),
    /** An output token of sound; without a rate of its own it costs what an output token costs. */
    AUDIO_OUTPUT_TOKEN(true),
    /** An output token of a model that makes images: its output tokens are those of the images. */
    IMAGE_OUTPUT_TOKEN(true),
    /** An image given to a model that makes none. */
    IMAGE_INPUT(false),
    /** An image made. */
    IMAGE_OUTPUT(false),
    /** A second of sound listened to. */
    AUDIO_INPUT_SECOND(false),
    /** A second of sound made. */
    AUDIO_OUTPUT_SECOND(false),
    /** A second of video watched. */
    VIDEO_INPUT_SECOND(false),
    /** A second of video made. */
    VIDEO_OUTPUT_SECOND(false),
    /** A character of text given. */
    CHARACTER(false),
    /** A page read. */
    PAGE(false),
    /** A search query. */
    SEARCH_QUERY(false),
    /** The call itself, beside what else it is charged for. */
    REQUEST(false);

    private final boolean token;

    PriceUnit(boolean token) {
        this.token = token;
    }

    /** Whether it counts tokens. */
    public boolean isToken() {
        return token;
    }
}
