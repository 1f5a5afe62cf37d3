package dev.tollgate.ingest;

import dev.tollgate.catalog.Charge;
import dev.tollgate.catalog.Chargeable;
import dev.tollgate.catalog.PriceBook;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenUsage;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.EventCost;
import dev.tollgate.usage.RequestType;
import dev.tollgate.usage.UsageEvent;
import dev.tollgate.usage.UsageSettings;
import dev.tollgate.usage.UsageStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a draft into an event for the ledger: checks every value, attributes it and stamps its cost. */
@Component
class EventCheck {

    private static final int MOST_TAGS = 10;

    private final PriceBook prices;
    private final UsageSettings settings;

    EventCheck(PriceBook prices, UsageSettings settings) {
        this.prices = prices;
        this.settings = settings;
    }

    UsageEvent check(IngestSource source, EventDraft draft, Instant now) throws InvalidEventException {
        String id = EventText.required("id", draft.id());
        Instant occurredAt = EventTime.of(id, draft.occurredAt(), now, settings.retention());
        Attribution attribution = attribution(source, draft);
        TokenUsage tokens = EventTokens.of(draft);
        Quantities quantities = EventAmounts.quantities(draft.quantities());
        UsageStatus status = EventText.constant("status", UsageStatus.class, draft.status(), UsageStatus.SUCCESS);
        ModelRef model = new ModelRef(attribution.provider(), attribution.model());
        Chargeable call = new Chargeable(
                model, occurredAt, attribution.serviceTier(), status == UsageStatus.ERROR, tokens, quantities);
        return new UsageEvent(
                id,
                occurredAt,
                now,
                attribution,
                EventText.optional("user", draft.user()),
                EventText.optional("session", draft.session()),
                EventText.optional("requestId", draft.requestId()),
                EventText.optional("reservation", draft.reservation()),
                status,
                EventText.optional("errorCode", draft.errorCode()),
                EventAmounts.requestCount(draft.requestCount()),
                tokens,
                quantities,
                EventAmounts.milliseconds("latencyMs", draft.latencyMs()),
                EventAmounts.milliseconds("timeToFirstTokenMs", draft.timeToFirstTokenMs()),
                cost(source.organization(), draft, call));
    }

    private EventCost cost(OrganizationId organization, EventDraft draft, Chargeable call)
            throws InvalidEventException {
        Money reported = EventAmounts.cost(draft.cost());
        if (reported != null) {
            return new EventCost.Reported(reported);
        }
        return switch (prices.charge(organization, call)) {
            case Charge.Priced priced -> {
                EventAmounts.checkCost(priced.cost().total());
                yield new EventCost.Priced(priced.version(), priced.cost());
            }
            case Charge.Unpriced unpriced -> new EventCost.Unpriced();
        };
    }

    private Attribution attribution(IngestSource source, EventDraft draft) throws InvalidEventException {
        String provider = EventText.required("provider", draft.provider()).toLowerCase(Locale.ROOT);
        String model = EventText.required("model", draft.model());
        return new Attribution(
                provider,
                model,
                prices.family(new ModelRef(provider, model)),
                named("team", draft.team(), source.attribution().team()),
                named("project", draft.project(), source.attribution().project()),
                EventText.optional("costCenter", draft.costCenter()),
                named("feature", draft.feature(), source.attribution().feature()),
                named("environment", draft.environment(), source.attribution().environment()),
                source.apiKey(),
                EventText.constant("requestType", RequestType.class, draft.requestType(), RequestType.CHAT),
                serviceTier(draft.serviceTier()),
                tags(draft.tags()));
    }

    private static @Nullable String named(String field, @Nullable String given, @Nullable String ifAbsent)
            throws InvalidEventException {
        String name = EventText.optional(field, given);
        return name == null ? ifAbsent : name;
    }

    /** The default tier has one name here, so that it is one row in a breakdown. */
    private static @Nullable String serviceTier(@Nullable String given) throws InvalidEventException {
        String tier = EventText.optional("serviceTier", given);
        return tier == null || tier.equalsIgnoreCase("default") ? null : tier.toLowerCase(Locale.ROOT);
    }

    private static SortedMap<String, String> tags(Map<String, String> given) throws InvalidEventException {
        if (given.isEmpty()) {
            return Collections.emptySortedMap();
        }
        if (given.size() > MOST_TAGS) {
            throw new InvalidEventException("tags", "There may be at most " + MOST_TAGS + " tags.");
        }
        SortedMap<String, String> tags = new TreeMap<>();
        for (Map.Entry<String, String> tag : given.entrySet()) {
            String name = EventText.required("tags", tag.getKey());
            if (tags.put(name, EventText.required("tags", tag.getValue())) != null) {
                throw new InvalidEventException("tags", "The tag " + name + " is given twice.");
            }
        }
        return tags;
    }
}
