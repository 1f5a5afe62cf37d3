package dev.tollgate.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionCodecTests {

    private static final Instant MINUTE = Instant.parse("2026-11-22T04:15:00Z");

    @Test
    void readsWhatItWrote() {
        List<Contribution> contributions = List.of(
                new Contribution(
                        MINUTE, new AttributionId(7), "ü-1", 3, 1, 10, 20, 30, 40, 50, Money.of("2.19"), 0, 812),
                new Contribution(MINUTE, new AttributionId(8), null, 1, 0, 0, 0, 0, 0, 0, Money.ZERO, 1, null),
                Contribution.repriced(MINUTE, new AttributionId(9), "u", Money.of("-12345678.000000000001"), -1));

        assertThat(ContributionCodec.decode(ContributionCodec.encode(contributions)))
                .isEqualTo(contributions);
    }

    @Test
    void keepsTimesToTheMinute() {
        Contribution contribution = Contribution.repriced(
                Instant.parse("1969-12-31T23:59:59.999Z"), new AttributionId(1), null, Money.ZERO, 0);

        assertThat(ContributionCodec.decode(ContributionCodec.encode(List.of(contribution))))
                .first()
                .extracting(Contribution::occurredAt)
                .isEqualTo(Instant.parse("1969-12-31T23:59:00Z"));
    }

    @Test
    void refusesABatchOfANewerNode() {
        byte[] payload = ContributionCodec.encode(List.of());
        payload[0] = 2;

        assertThatThrownBy(() -> ContributionCodec.decode(payload)).hasMessageContaining("version 2");
    }
}
