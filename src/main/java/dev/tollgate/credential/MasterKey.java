package dev.tollgate.credential;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.util.SecretBytes;
import dev.tollgate.core.SettingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A key that wraps data keys, and nothing else. */
final class MasterKey {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final byte[] ID_CONTEXT = "tollgate master key".getBytes(StandardCharsets.UTF_8);

    private final String id;
    private final Aead aead;

    private MasterKey(String id, Aead aead) {
        this.id = id;
        this.aead = aead;
    }

    /** Reads a key of 32 bytes, as 64 hexadecimal digits or in Base64; the setting is named when it is none. */
    static MasterKey parse(String setting, String text) {
        byte[] bytes = bytes(text.strip());
        if (bytes.length != BYTES) {
            throw new SettingException(setting + " must be 32 random bytes, as 64 hexadecimal digits or in Base64.");
        }
        try {
            return new MasterKey(id(bytes), aead(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not there", e);
        }
    }

    /** Tells it from other master keys. */
    String id() {
        return id;
    }

    Aead aead() {
        return aead;
    }

    private static byte[] bytes(String text) {
        try {
            return HEXADECIMAL.matcher(text).matches()
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] bytes) throws GeneralSecurityException {
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(DataKey.AES_256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(DataKey.configuration(), Aead.class);
    }

    private static String id(byte[] bytes) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(ID_CONTEXT);
        return HexFormat.of().formatHex(digest.digest(bytes), 0, ID_BYTES);
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
