package dev.tollgate.authorization;

import dev.tollgate.alert.RaisedAlerts;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.live.ControlSignals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;

/** Makes something happen in an organization of which each subscription tells, and knows by what it can be told from what is others'. */
final class Events {

    private static final long MOST = 1_000;
    private static final String CHANGE = """
            mutation { recordUsage(events: [{id: "%1$s", occurredAt: "%2$s", provider: "%1$s", model: "m", inputTokens: %3$s}]) { accepted }
              setFeature(input: {name: "%1$s", state: OFF}) { feature { version } } }""";

    /** Told to those who see the usage of their own keys alone. */
    private static final String CALL = """
            mutation { recordUsage(events: [{id: "%2$s", occurredAt: "%3$s", provider: "%1$s", model: "m", inputTokens: %4$s}]) { accepted } }""";

    private final ApplicationContext beans;
    private final Side side;
    private final List<Caller> own;
    private final long tokens;
    private final Set<String> marks = ConcurrentHashMap.newKeySet();

    private Events(ApplicationContext beans, Side side, long tokens) {
        this.beans = beans;
        this.side = side;
        this.own = side.ownKeys();
        this.tokens = tokens;
    }

    /** Of two organizations whose calls have so different numbers of tokens that a sum tells whose calls are in it. */
    static List<Events> of(ApplicationContext beans, Side one, Side another) {
        return List.of(new Events(beans, one, 1), new Events(beans, another, MOST));
    }

    /** At most a thousand times. */
    void stir() {
        String name = Belongings.unique();
        marks.add(name);
        side.administrator().graphQl(CHANGE.formatted(name, Instant.now(), tokens));
        own.forEach(key -> key.graphQl(CALL.formatted(name, Belongings.unique(), Instant.now(), tokens)));
        OrganizationId organization = side.organization().id();
        UUID alert = RaisedAlerts.raise(
                        beans, side.organization(), AlertSeverity.INFO, Belongings.MORE_CALLS_THAN_THERE_ARE)
                .id()
                .value();
        marks.add(new GlobalId("Alert", alert.toString()).encode());
        Instant now = Instant.now();
        beans.getBean(ControlSignals.class)
                .send(
                        organization,
                        new QuotaUtilization(
                                UUID.randomUUID(), name, QuotaStatus.WARNING, null, 80, now, now, 100, List.of()));
    }

    /** How many of the things that happened are told of: each is by one mark alone in a subscription. */
    long toldOf(List<String> told) {
        return marks.stream()
                .filter(mark -> told.stream().anyMatch(text -> text.contains(mark)))
                .count();
    }

    /** Whether the sum is one of calls that were recorded here, and of nobody else's. */
    boolean isSum(long sum) {
        return sum % tokens == 0 && sum / tokens < MOST;
    }
}
