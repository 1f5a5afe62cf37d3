package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TokenProvenance;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.CostProvenance;
import dev.tollgate.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class EventCheckTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:15:46.680Z");
    private static final IngestSource SOURCE = new IngestSource(new OrganizationId(new UUID(0, 1)), "key-1");

    @Autowired
    private EventCheck check;

    static Stream<Arguments> badValues() {
        return Stream.of(
                bad("id", null, "id"),
                bad("id", " ", "id"),
                bad("id", "x".repeat(201), "id"),
                bad("provider", null, "provider"),
                bad("model", "", "model"),
                bad("model", "a\0b", "model"),
                bad("model", "half \ud83d of a pair", "model"),
                bad("feature", "x".repeat(201), "feature"),
                bad("user", "\t", "user"),
                bad("inputTokens", -1L, "inputTokens"),
                bad("inputTokens", 1_000_000_000_001L, "inputTokens"),
                bad("outputTokens", -1L, "outputTokens"),
                bad("cachedInputTokens", 101L, "cachedInputTokens"),
                bad("cacheCreationTokens", 101L, "cacheCreationTokens"),
                bad("cacheCreation1hTokens", 1L, "cacheCreation1hTokens"),
                bad("reasoningTokens", 11L, "reasoningTokens"),
                bad("audioInputTokens", 101L, "audioInputTokens"),
                bad("audioOutputTokens", 11L, "audioOutputTokens"),
                bad("occurredAt", NOW.plusSeconds(301), "occurredAt"),
                bad("occurredAt", NOW.minus(800, ChronoUnit.DAYS), "occurredAt"),
                bad("occurredAt", null, "id"),
                bad("requestType", "CHATTER", "requestType"),
                bad("status", "success", "status"),
                bad("tokenProvenance", "GUESSED", "tokenProvenance"),
                bad("requestCount", 0L, "requestCount"),
                bad("requestCount", 1_000_001L, "requestCount"),
                bad("latencyMs", -1L, "latencyMs"),
                bad("latencyMs", 604_800_001L, "latencyMs"),
                bad("timeToFirstTokenMs", -1L, "timeToFirstTokenMs"),
                bad("cost", new BigDecimal("-0.01"), "cost"),
                bad("cost", new BigDecimal("100000.01"), "cost"),
                bad("cost", new BigDecimal("1e1000000"), "cost"),
                bad("quantities", Map.of("images", -1), "quantities.images"),
                bad("tags", Map.of("", "x"), "tags"),
                bad("tags", Map.of("x", ""), "tags"),
                bad("tags", tags(11), "tags"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("badValues")
    void rejectsABadValueNamingTheField(String field, @Nullable Object value, String named) {
        InvalidEventException rejection = catchThrowableOfType(
                InvalidEventException.class,
                () -> check.check(
                        SOURCE, Drafts.event("a", NOW).with(field, value).draft(), NOW));

        assertThat(rejection).isNotNull();
        assertThat(rejection.field()).isEqualTo(named);
        assertThat(rejection.reason()).isNotBlank();
    }

    @Test
    void partsTokensIntoDisjointBuckets() throws InvalidEventException {
        UsageEvent event = checked(Drafts.event("a", NOW)
                .with("cachedInputTokens", 30L)
                .with("cacheCreationTokens", 20L)
                .with("cacheCreation1hTokens", 5L)
                .with("reasoningTokens", 4L));

        assertThat(event.tokens().uncachedInput()).isEqualTo(50);
        assertThat(event.tokens().cacheRead()).isEqualTo(30);
        assertThat(event.tokens().cacheWrite5m()).isEqualTo(15);
        assertThat(event.tokens().cacheWrite1h()).isEqualTo(5);
        assertThat(event.tokens().output()).isEqualTo(6);
        assertThat(event.tokens().reasoning()).isEqualTo(4);
        assertThat(event.tokens().input()).isEqualTo(100);
        assertThat(event.tokens().wholeOutput()).isEqualTo(10);
    }

    @Test
    void keepsUnknownCountsUnknown() throws InvalidEventException {
        UsageEvent event =
                checked(Drafts.event("a", NOW).with("inputTokens", null).with("outputTokens", null));

        assertThat(event.tokens().provenance()).isEqualTo(TokenProvenance.MISSING);
        assertThat(event.tokens().input()).isNull();
        assertThat(event.tokens().wholeOutput()).isNull();
        assertThat(event.cost().provenance()).isEqualTo(CostProvenance.UNPRICED);
    }

    @Test
    void takesTheTimeFromAnIdOfVersion7() throws InvalidEventException {
        UsageEvent event = checked(
                Drafts.event("019aa4b6-4500-7bb1-866e-27361a3ec39b", NOW).with("occurredAt", null));

        assertThat(event.occurredAt()).isEqualTo(Instant.ofEpochMilli(0x019aa4b64500L));
    }

    @Test
    void normalizesNames() throws InvalidEventException {
        UsageEvent event = checked(Drafts.event("a", NOW)
                .with("provider", " OpenAI ")
                .with("serviceTier", "Default")
                .with("feature", " chat "));

        assertThat(event.attribution().provider()).isEqualTo("openai");
        assertThat(event.attribution().serviceTier()).isNull();
        assertThat(event.attribution().feature()).isEqualTo("chat");
        assertThat(event.attribution().apiKey()).isEqualTo("key-1");
        assertThat(event.attribution().modelFamily()).isNotNull();
    }

    @Test
    void countsAModelWithoutAPriceAsUnpriced() throws InvalidEventException {
        UsageEvent event = checked(Drafts.event("a", NOW).with("model", "nobody-knows-it"));

        assertThat(event.cost().provenance()).isEqualTo(CostProvenance.UNPRICED);
        assertThat(event.cost().total()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.5", "nobody-knows-it"})
    void chargesNothingForACallThatFailedBeforeItUsedAnything(String model) throws InvalidEventException {
        Drafts failed = Drafts.event("a", NOW)
                .with("model", model)
                .with("status", "ERROR")
                .with("outputTokens", null);

        assertThat(checked(failed.with("inputTokens", null)).cost().provenance())
                .isEqualTo(CostProvenance.PRICED);
        assertThat(checked(failed.with("inputTokens", null)).cost().total()).isEqualTo(Money.ZERO);
        assertThat(checked(failed.with("inputTokens", 0L)).cost().total()).isEqualTo(Money.ZERO);
    }

    @Test
    void countsAFailedCallThatUsedTokensWithoutAPriceAsUnpriced() throws InvalidEventException {
        UsageEvent event =
                checked(Drafts.event("a", NOW).with("model", "nobody-knows-it").with("status", "ERROR"));

        assertThat(event.cost().provenance()).isEqualTo(CostProvenance.UNPRICED);
    }

    private UsageEvent checked(Drafts draft) throws InvalidEventException {
        return check.check(SOURCE, draft.draft(), NOW);
    }

    private static Arguments bad(String field, @Nullable Object value, String named) {
        return Arguments.of(field, value, named);
    }

    private static Map<String, String> tags(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(i -> "t" + i, i -> "v"), Collections::unmodifiableMap));
    }
}
