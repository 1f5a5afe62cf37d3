package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTests {

    static final long MOST = 1_000_000_000_000_000_000L;

    @Test
    void keepsTwelveDecimals() {
        assertThat(Money.of("2.19").amount()).isEqualTo(new BigDecimal("2.190000000000"));
        assertThat(Money.of("0.000000000001").toUnits()).isEqualTo(1);
    }

    @Test
    void roundsHalfUpOnceWhenItBecomesMoney() {
        assertThat(Money.of("0.0000000000005").toUnits()).isEqualTo(1);
        assertThat(Money.of("0.00000000000049").toUnits()).isZero();
        assertThat(Money.of("-0.0000000000005").toUnits()).isEqualTo(-1);
    }

    @Test
    void isEqualHoweverItIsWritten() {
        assertThat(Money.of("1.5")).isEqualTo(Money.of("1.50000")).hasSameHashCodeAs(Money.of("1.50"));
        assertThat(Money.of("0.00").isZero()).isTrue();
        assertThat(Money.of("0.00").isZero()).isEqualTo(Money.ZERO.isZero());
    }

    @Test
    void hasAnOrder() {
        assertThat(List.of(Money.of("2"), Money.of("-1"), Money.ZERO).stream().sorted())
                .containsExactly(Money.of("-1"), Money.ZERO, Money.of("2"));
    }

    @Test
    void saysWhenItIsTooMuchForTheLedger() {
        Money much = Money.of("9300000");

        assertThatThrownBy(much::toUnits).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void comesBackFromTheDatabaseAsItWas(@ForAll long units) {
        assertThat(Money.ofUnits(units).toUnits()).isEqualTo(units);
    }

    @Property
    void addsUpExactlyInAnyOrder(
            @ForAll @Size(max = 20) List<@LongRange(min = -MOST / 20, max = MOST / 20) Long> units) {
        Money forwards = units.stream().map(Money::ofUnits).reduce(Money.ZERO, Money::plus);
        Money backwards = units.reversed().stream().map(Money::ofUnits).reduce(Money.ZERO, Money::plus);

        assertThat(forwards).isEqualTo(backwards);
        assertThat(forwards.toUnits())
                .isEqualTo(units.stream().mapToLong(Long::longValue).sum());
    }

    @Property
    void takesAwayWhatWasAdded(
            @ForAll @LongRange(min = -MOST, max = MOST) long one,
            @ForAll @LongRange(min = -MOST, max = MOST) long other) {
        assertThat(Money.ofUnits(one).plus(Money.ofUnits(other)).minus(Money.ofUnits(other)))
                .isEqualTo(Money.ofUnits(one));
    }
}
