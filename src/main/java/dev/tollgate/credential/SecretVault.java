package dev.tollgate.credential;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets, each encrypted with its credential's data key, which the master keys wrap. Works in the caller's bound transaction.
 */
@Component
class SecretVault {

    private final MasterKeys masterKeys;

    SecretVault(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    /** Throws UNAVAILABLE, naming the setting, when nothing can be kept here. */
    void requireKey() {
        masterKeys.require();
    }

    /**
     * Makes a credential's data key. All master keys wrap it, so that nodes that have only one of them open it while one takes the
     * place of another.
     */
    void create(DSLContext sql, SecretPlace place) {
        masterKeys.require();
        DataKeyTable table = new DataKeyTable(sql, place.organization());
        List<MasterKey> keys = masterKeys.all().toList();
        try {
            DataKey dataKey = DataKey.random();
            for (int i = 0; i < keys.size(); i++) {
                table.store(wrapped(place, dataKey, keys.get(i), i + 1));
            }
        } catch (GeneralSecurityException e) {
            throw broken(place, e);
        }
    }

    /** Keeps a secret beside those that there are. */
    void put(DSLContext sql, SecretPlace place, ProviderSecret secret, Instant now) {
        try {
            byte[] ciphertext = dataKey(place, new DataKeyTable(sql, place.organization()).of(place.credential()))
                    .encrypt(secret.value(), place.secretContext(secret));
            new SecretTable(sql, place)
                    .insert(
                            new SecretTable.Sealed(
                                    secret.version(), secret.baseUrl().toString(), ciphertext),
                            now);
        } catch (GeneralSecurityException e) {
            throw broken(place, e);
        }
    }

    /** The credential with its secrets; UNAVAILABLE when this node has no master key that opens them. */
    OpenedCredential open(DSLContext sql, OrganizationId organization, ProviderCredential credential) {
        SecretPlace place = new SecretPlace(organization, credential.id());
        List<SecretTable.Sealed> secrets = new SecretTable(sql, place).all();
        try {
            DataKey key = dataKey(place, new DataKeyTable(sql, organization).of(credential.id()));
            ProviderSecret present = open(place, credential, key, secrets, credential.secretVersion());
            if (present == null) {
                throw new IllegalStateException("credential " + credential.id() + " has no secret");
            }
            return new OpenedCredential(
                    credential, present, open(place, credential, key, secrets, credential.secretVersion() - 1));
        } catch (GeneralSecurityException e) {
            throw broken(place, e);
        }
    }

    private static @Nullable ProviderSecret open(
            SecretPlace place,
            ProviderCredential credential,
            DataKey key,
            List<SecretTable.Sealed> secrets,
            int version)
            throws GeneralSecurityException {
        for (SecretTable.Sealed secret : secrets) {
            if (secret.version() == version) {
                String value = key.decrypt(secret.ciphertext(), place.secretContext(version, secret.baseUrl()));
                return new ProviderSecret(credential.provider(), version, URI.create(secret.baseUrl()), value);
            }
        }
        return null;
    }

    /**
     * Has the newest master key wrap the data key where another has the highest place, and where no other is set any more, deletes
     * what they wrapped. What a key wrapped that this node does not know is somebody else's to judge.
     *
     * @return whether anything changed
     */
    boolean rewrap(DSLContext sql, SecretPlace place) {
        MasterKey newest = masterKeys.newest();
        if (newest == null) {
            return false;
        }
        DataKeyTable table = new DataKeyTable(sql, place.organization());
        List<DataKeyTable.Wrapped> wrapped = table.of(place.credential());
        int own = highest(wrapped, List.of(newest.id()));
        if (highest(wrapped, masterKeys.earlierIds()) > own) {
            int above = wrapped.stream()
                            .mapToInt(DataKeyTable.Wrapped::generation)
                            .max()
                            .orElse(0)
                    + 1;
            try {
                table.store(wrapped(place, dataKey(place, wrapped), newest, above));
                return true;
            } catch (GeneralSecurityException e) {
                throw broken(place, e);
            }
        }
        return masterKeys.earlier().isEmpty() && table.deleteBelow(place.credential(), own) > 0;
    }

    private static int highest(List<DataKeyTable.Wrapped> wrapped, List<String> masterKeyIds) {
        return wrapped.stream()
                .filter(one -> masterKeyIds.contains(one.masterKeyId()))
                .mapToInt(DataKeyTable.Wrapped::generation)
                .max()
                .orElse(0);
    }

    private static DataKeyTable.Wrapped wrapped(SecretPlace place, DataKey key, MasterKey by, int generation)
            throws GeneralSecurityException {
        return new DataKeyTable.Wrapped(place.credential(), by.id(), key.wrap(by, place.keyContext()), generation);
    }

    private DataKey dataKey(SecretPlace place, List<DataKeyTable.Wrapped> wrapped) throws GeneralSecurityException {
        masterKeys.require();
        for (DataKeyTable.Wrapped one : wrapped) {
            Optional<MasterKey> by = masterKeys.find(one.masterKeyId());
            if (by.isPresent()) {
                return DataKey.unwrap(one.key(), by.get(), place.keyContext());
            }
        }
        throw ProblemException.of(
                ErrorCode.UNAVAILABLE,
                "The secret was kept under another master key than those of TOLLGATE_MASTER_KEY and"
                        + " TOLLGATE_MASTER_KEY_PREVIOUS.");
    }

    private static IllegalStateException broken(SecretPlace place, GeneralSecurityException cause) {
        return new IllegalStateException("the secrets of credential " + place.credential() + " do not open", cause);
    }
}
