package dev.tollgate.credential;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.SettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The master keys of this node.
 *
 * @param newest the one that data keys are to be wrapped by; null: none is set
 * @param earlier those that it takes the place of, which still open what they wrapped
 */
record MasterKeys(@Nullable MasterKey newest, List<MasterKey> earlier) {

    static final String SETTING = "TOLLGATE_MASTER_KEY";
    static final String EARLIER_SETTING = "TOLLGATE_MASTER_KEY_PREVIOUS";

    /** Reads the settings; where no key is set, the one that is generated, if any, is the newest. */
    static MasterKeys of(Environment environment, Supplier<@Nullable GeneratedMasterKey> generated) {
        String set = environment.getProperty("tollgate.master-key", "");
        String text = set.isBlank() ? text(generated.get()) : set;
        List<MasterKey> earlier = Arrays.stream(environment
                        .getProperty("tollgate.master-key-previous", "")
                        .split(",", -1))
                .filter(one -> !one.isBlank())
                .map(one -> MasterKey.parse(EARLIER_SETTING, one))
                .toList();
        if (text.isBlank() && !earlier.isEmpty()) {
            throw new SettingException(EARLIER_SETTING + " needs a TOLLGATE_MASTER_KEY that takes its place.");
        }
        return text.isBlank() ? new MasterKeys(null, List.of()) : of(MasterKey.parse(SETTING, text), earlier);
    }

    private static String text(@Nullable GeneratedMasterKey generated) {
        return generated == null ? "" : generated.text();
    }

    private static MasterKeys of(MasterKey newest, List<MasterKey> earlier) {
        return new MasterKeys(
                newest,
                earlier.stream().filter(key -> !key.id().equals(newest.id())).toList());
    }

    /** The newest key; UNAVAILABLE, naming the setting, when none is set. */
    MasterKey require() {
        if (newest == null) {
            throw ProblemException.of(
                    ErrorCode.UNAVAILABLE, "Secrets cannot be kept or read here: " + SETTING + " is not set.");
        }
        return newest;
    }

    /** The key of that id; empty when this node has none. */
    Optional<MasterKey> find(String id) {
        return all().filter(key -> key.id().equals(id)).findFirst();
    }

    /** All of them, the newest last. */
    Stream<MasterKey> all() {
        return Stream.concat(earlier.stream(), Stream.ofNullable(newest));
    }

    List<String> earlierIds() {
        return earlier.stream().map(MasterKey::id).toList();
    }
}
