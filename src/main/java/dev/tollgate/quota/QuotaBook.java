package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An organization's quotas as of a revision, found by what they hold for. */
final class QuotaBook {

    private static final QuotaScope.Type[] TYPES = QuotaScope.Type.values();
    private static final long NEVER = -1;

    private final OrganizationId organization;
    private final ZoneId zone;
    private final long revision;
    private final Map<QuotaId, BookedQuota> byId;
    private final Map<QuotaScope, List<BookedQuota>> byScope;
    private final Map<QuotaId, ToldStatus> told;
    private volatile Map<AttributionId, Attribution> dictionary = Map.of();
    private volatile long caughtUp = NEVER;

    QuotaBook(
            OrganizationId organization,
            ZoneId zone,
            long revision,
            List<Quota> quotas,
            Map<QuotaId, ToldStatus> told) {
        this.organization = organization;
        this.zone = zone;
        this.revision = revision;
        this.byId = quotas.stream().collect(Collectors.toMap(Quota::id, quota -> new BookedQuota(quota, zone)));
        this.byScope = byId.values().stream()
                .collect(Collectors.groupingBy(booked -> booked.quota().scope()));
        this.told = new ConcurrentHashMap<>(told);
    }

    OrganizationId organization() {
        return organization;
    }

    ZoneId zone() {
        return zone;
    }

    long revision() {
        return revision;
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    Collection<BookedQuota> all() {
        return byId.values();
    }

    Optional<BookedQuota> find(QuotaId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The status that was told last, as far as this node knows. */
    Optional<ToldStatus> told(QuotaId id) {
        return Optional.ofNullable(told.get(id));
    }

    /** Notes what was told; whether that is another status than this node knew of. */
    boolean tell(QuotaId id, ToldStatus status) {
        ToldStatus before = told.put(id, status);
        return (before == null ? QuotaStatus.OK : before.status()) != status.status();
    }

    /** What attributions stand for; empty when not all of them are known here. */
    Optional<Map<AttributionId, Attribution>> known(Set<AttributionId> ids) {
        Map<AttributionId, Attribution> known = dictionary;
        return known.keySet().containsAll(ids) ? Optional.of(known) : Optional.empty();
    }

    Map<AttributionId, Attribution> learn(Map<AttributionId, Attribution> more) {
        dictionary = more;
        return more;
    }

    /** Takes over what is known of the organization whatever its quotas are. */
    QuotaBook after(QuotaBook earlier) {
        dictionary = earlier.dictionary;
        caughtUp = earlier.caughtUp;
        return this;
    }

    /** Whether the counters have been looked after since so many outages of Redis. */
    boolean isCaughtUp(long outages) {
        return caughtUp >= outages;
    }

    void caughtUp(long outages) {
        if (outages > caughtUp) {
            caughtUp = outages;
        }
    }

    /** Those that a call counts to. */
    List<BookedQuota> matching(QuotaContext context) {
        return matching(context::value);
    }

    /** Those that a recorded call counts to. */
    List<BookedQuota> matching(Attribution attribution, @Nullable String user) {
        return matching(type -> switch (type) {
            case ORGANIZATION -> "";
            case USER -> user;
            default -> type.dimension().map(attribution::value).orElse(null);
        });
    }

    private List<BookedQuota> matching(Function<QuotaScope.Type, @Nullable String> value) {
        List<BookedQuota> matching = new ArrayList<>();
        for (QuotaScope.Type type : TYPES) {
            String name = value.apply(type);
            if (name != null) {
                matching.addAll(byScope.getOrDefault(new QuotaScope(type, name), List.of()));
            }
        }
        return matching;
    }
}
