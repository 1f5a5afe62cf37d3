package dev.tollgate.quota;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.redisson.Bucket4jRedisson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds calls to the rates of quotas, by buckets in Redis that all nodes share. Throws {@link RedisException} while
 * Redis is away.
 */
@Component
class RateGate {

    private static final Logger log = LoggerFactory.getLogger(RateGate.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<Quota, BucketProxy> buckets;

    RateGate(RedissonClient redis, Clock clock) {
        ProxyManager<String> manager = Bucket4jRedisson.casBasedBuilder(((Redisson) redis).getCommandExecutor())
                .clientClock(new Meter(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                .build();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterAccess(MINUTE)
                .build(quota -> bucket(manager, quota));
    }

    private record Meter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes a call from the rate of each, or from none of them: then the refusal is answered. */
    Optional<Admission> take(List<Quota> rated) {
        for (int i = 0; i < rated.size(); i++) {
            ConsumptionProbe probe = buckets.get(rated.get(i)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                giveBack(rated.subList(0, i));
                return Optional.of(refused(rated.get(i), probe.getNanosToWaitForRefill()));
            }
        }
        return Optional.empty();
    }

    /** What {@link #take} would answer, without taking anything. */
    Optional<Admission> look(List<Quota> rated) {
        for (Quota quota : rated) {
            EstimationProbe probe = buckets.get(quota).estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                return Optional.of(refused(quota, probe.getNanosToWaitForRefill()));
            }
        }
        return Optional.empty();
    }

    /** For a call that was not let through after all; where Redis is away by now, the refusal stands and the tokens are lost. */
    void giveBack(List<Quota> rated) {
        try {
            rated.forEach(quota -> buckets.get(quota).addTokens(1));
        } catch (RedisException e) {
            log.debug("Tokens of {} rates are not given back: {}", rated.size(), e.getMessage());
        }
    }

    private static Admission refused(Quota quota, long nanos) {
        return new Admission.Refused(quota, Admission.Reason.RATE_LIMITED, null, null, null, Duration.ofNanos(nanos));
    }

    /** A changed rate takes over what is left of the one before, in proportion. */
    private static BucketProxy bucket(ProxyManager<String> manager, Quota quota) {
        return manager.builder()
                .withImplicitConfigurationReplacement(quota.version(), TokensInheritanceStrategy.PROPORTIONALLY)
                .build(Counters.root(quota.organization()) + ":rate:" + quota.id(), () -> configuration(quota.rate()));
    }

    private static BucketConfiguration configuration(QuotaRate rate) {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        Integer perSecond = rate.perSecond();
        if (perSecond != null) {
            builder.addLimit(limit -> limit.capacity(rate.secondCapacity(perSecond))
                    .refillGreedy(perSecond, Duration.ofSeconds(1))
                    .id("second"));
        }
        Integer perMinute = rate.perMinute();
        if (perMinute != null) {
            builder.addLimit(limit -> limit.capacity(rate.minuteCapacity(perMinute))
                    .refillGreedy(perMinute, MINUTE)
                    .id("minute"));
        }
        return builder.build();
    }
}
