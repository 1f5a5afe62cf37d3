package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs scripts on an organization's counters. Throws {@link RedisException} while Redis is away. */
@Component
class Counters {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RedissonClient redis;
    private final Map<OrganizationId, CallQueue> queues = new ConcurrentHashMap<>();

    Counters(RedissonClient redis) {
        this.redis = redis;
    }

    static String root(OrganizationId organization) {
        return "tollgate:{" + organization + "}:quota";
    }

    List<String> run(CounterScript script, OrganizationId organization, List<String> arguments) {
        return answer(send(script, organization, arguments).toCompletableFuture());
    }

    /** The words of the answer. Calls of an organization that come at the same time are one round trip. */
    List<String> call(OrganizationId organization, CounterCall call) {
        CallQueue queue = queues.computeIfAbsent(
                organization, _ -> new CallQueue(calls -> send(CounterScript.CALLS, organization, calls)));
        return List.of(answer(queue.add(JSON.writeValueAsString(call))).split(" "));
    }

    private CompletionStage<List<String>> send(
            CounterScript script, OrganizationId organization, List<String> arguments) {
        RScript scripts = redis.getScript(StringCodec.INSTANCE);
        List<Object> keys = List.of(root(organization));
        Object[] values = arguments.toArray();
        return scripts.<List<String>>evalShaAsync(
                        RScript.Mode.READ_WRITE, script.sha(), RScript.ReturnType.LIST, keys, values)
                .exceptionallyCompose(failure -> isUnknown(failure)
                        ? scripts.evalAsync(
                                RScript.Mode.READ_WRITE, script.text(), RScript.ReturnType.LIST, keys, values)
                        : CompletableFuture.failedFuture(failure));
    }

    /** A Redis that was started anew knows no scripts; the text teaches it. */
    private static boolean isUnknown(Throwable failure) {
        return String.valueOf(ExceptionUtils.getRootCause(failure).getMessage()).startsWith("NOSCRIPT");
    }

    private static <T> T answer(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw ExceptionUtils.getRootCause(e) instanceof RedisException known ? known : new RedisException(e);
        }
    }
}
