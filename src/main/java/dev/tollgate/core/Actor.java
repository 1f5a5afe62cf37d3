package dev.tollgate.core;

/** Who does something: the one that is held to account for it. */
public sealed interface Actor {

    /** A person. */
    record Person(AccountId account) implements Actor {}

    /** A program with an API key. */
    record Key(ApiKeyId apiKey) implements Actor {}

    /** Tollgate itself, for example at its first start. */
    record Tollgate() implements Actor {}
}
