package dev.tollgate.core;

/**
 * A setting is missing or wrong, so that the application cannot start. The message is one sentence for the person who set it:
 * it names the setting and holds no secret.
 */
public class SettingException extends RuntimeException {

    /** What is wrong, in one sentence. */
    public SettingException(String message) {
        super(message);
    }

    /** What is wrong, in one sentence, and what it was noticed by. */
    public SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
