package dev.tollgate.credential;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key that the secrets of one credential are encrypted with. All that it makes is bound to what it was made for. */
final class DataKey {

    static final AesGcmParameters AES_256_GCM = parameters();

    private final KeysetHandle handle;

    private DataKey(KeysetHandle handle) {
        this.handle = handle;
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not there", e);
        }
    }

    /** What Tink has for authenticated encryption, and nothing else. */
    static Configuration configuration() throws GeneralSecurityException {
        AeadConfig.register();
        return RegistryConfiguration.get();
    }

    /** A random key. */
    static DataKey random() throws GeneralSecurityException {
        return new DataKey(KeysetHandle.generateNew(AES_256_GCM, configuration()));
    }

    /** The key that was wrapped; throws when it was by another master key, or for another credential. */
    static DataKey unwrap(byte[] wrapped, MasterKey by, String context) throws GeneralSecurityException {
        return new DataKey(
                TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, by.aead(), bytes(context), configuration()));
    }

    byte[] wrap(MasterKey by, String context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, by.aead(), bytes(context), configuration());
    }

    byte[] encrypt(String secret, String context) throws GeneralSecurityException {
        return aead().encrypt(bytes(secret), bytes(context));
    }

    String decrypt(byte[] ciphertext, String context) throws GeneralSecurityException {
        return new String(aead().decrypt(ciphertext, bytes(context)), StandardCharsets.UTF_8);
    }

    private Aead aead() throws GeneralSecurityException {
        return handle.getPrimitive(configuration(), Aead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
