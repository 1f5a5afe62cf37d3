package dev.tollgate.credential;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets that other modules store, as those of provider credentials are: each with a key of its own, which the master keys
 * wrap. What is sealed in one context, which says whose and what it is, opens in no other. Safe from any thread.
 */
@Component
public class SecretBox {

    private final MasterKeys masterKeys;

    SecretBox(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    /** Whether a text is what {@link #seal} returned, and no secret as it is. */
    public static boolean isSealed(String text) {
        return SealedText.is(text);
    }

    /** Whether secrets can be sealed here: a master key is set. */
    public boolean canSeal() {
        return masterKeys.newest() != null;
    }

    /** The id of the newest master key; empty when none is set. */
    public String newestKeyId() {
        MasterKey newest = masterKeys.newest();
        return newest == null ? "" : newest.id();
    }

    /** The ids of the master keys whose place the newest takes. */
    public List<String> earlierKeyIds() {
        return masterKeys.earlierIds();
    }

    /**
     * The secret, encrypted. All master keys wrap its key, so that nodes that have only one of them open it.
     *
     * @throws ProblemException UNAVAILABLE, naming the setting, when no master key is set
     */
    public String seal(String secret, String context) {
        masterKeys.require();
        try {
            DataKey key = DataKey.random();
            SealedText sealed = new SealedText(List.of(), key.encrypt(secret, secretContext(context)));
            for (MasterKey by : masterKeys.all().toList()) {
                sealed = sealed.with(wrapped(key, by, context));
            }
            return sealed.text();
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /**
     * The secret that was sealed in this context.
     *
     * @throws ProblemException UNAVAILABLE when this node has no master key that opens it
     */
    public String open(String text, String context) {
        SealedText sealed = SealedText.parse(text);
        try {
            return key(sealed, context).decrypt(sealed.ciphertext(), secretContext(context));
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /**
     * Has the newest master key wrap the key where an earlier one has the last place, and where no earlier one is set any more, forgets
     * what they wrapped. Empty when nothing is to change.
     */
    public Optional<String> rewrapped(String text, String context) {
        MasterKey newest = masterKeys.newest();
        SealedText sealed = SealedText.parse(text);
        try {
            return newest == null
                    ? Optional.empty()
                    : rewrapped(sealed, context, newest).map(SealedText::text);
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private Optional<SealedText> rewrapped(SealedText sealed, String context, MasterKey newest)
            throws GeneralSecurityException {
        int own = sealed.place(List.of(newest.id()));
        if (sealed.place(masterKeys.earlierIds()) > own) {
            return Optional.of(sealed.with(wrapped(key(sealed, context), newest, context)));
        }
        return masterKeys.earlier().isEmpty() && own > 0 ? Optional.of(sealed.from(own)) : Optional.empty();
    }

    private DataKey key(SealedText sealed, String context) throws GeneralSecurityException {
        masterKeys.require();
        for (SealedText.Wrapped one : sealed.wrapped()) {
            Optional<MasterKey> by = masterKeys.find(one.masterKeyId());
            if (by.isPresent()) {
                return DataKey.unwrap(one.key(), by.get(), keyContext(context));
            }
        }
        throw ProblemException.of(
                ErrorCode.UNAVAILABLE,
                "The secret was kept under another master key than those of TOLLGATE_MASTER_KEY and"
                        + " TOLLGATE_MASTER_KEY_PREVIOUS.");
    }

    private static SealedText.Wrapped wrapped(DataKey key, MasterKey by, String context)
            throws GeneralSecurityException {
        return new SealedText.Wrapped(by.id(), key.wrap(by, keyContext(context)));
    }

    private static String keyContext(String context) {
        return "tollgate sealed key 1\n" + context;
    }

    private static String secretContext(String context) {
        return "tollgate sealed secret 1\n" + context;
    }

    private static IllegalStateException broken(GeneralSecurityException cause) {
        return new IllegalStateException("a sealed secret does not open in its place", cause);
    }
}
