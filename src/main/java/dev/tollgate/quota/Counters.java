package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import java.util.List;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** Runs scripts on an organization's counters. Throws {@link RedisException} while Redis is away. */
@Component
class Counters {

    private final RedissonClient redis;

    Counters(RedissonClient redis) {
        this.redis = redis;
    }

    static String root(OrganizationId organization) {
        return "tollgate:{" + organization + "}:quota";
    }

    List<String> run(CounterScript script, OrganizationId organization, List<String> arguments) {
        RScript scripts = redis.getScript(StringCodec.INSTANCE);
        List<Object> keys = List.of(root(organization));
        Object[] values = arguments.toArray();
        try {
            return scripts.evalSha(RScript.Mode.READ_WRITE, script.sha(), RScript.ReturnType.LIST, keys, values);
        } catch (RedisException e) {
            if (!isUnknown(e)) {
                throw e;
            }
            return scripts.eval(RScript.Mode.READ_WRITE, script.text(), RScript.ReturnType.LIST, keys, values);
        }
    }

    /** A Redis that was started anew knows no scripts; the text teaches it. */
    private static boolean isUnknown(RedisException failure) {
        return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
    }
}
