package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NeedsTests {

    private static final Shape BY_USER_AND_BUCKET = Shape.USER.and(Shape.BUCKET);

    @Test
    void areNothingWhenNothingIsNeeded() {
        assertThat(Needs.of(Shape.WHOLE, List.of())).isEqualTo(Needs.NONE);
        assertThat(Needs.NONE.isEmpty()).isTrue();
        assertThat(Needs.NONE.plus(Needs.NONE).isEmpty()).isTrue();
    }

    @Test
    void takeAttributionsFromTheCallsOfEach() {
        Needs needs = Needs.of(Shape.BUCKET, List.of(Ingredient.COST, Ingredient.ATTRIBUTIONS));

        assertThat(needs.byShape())
                .isEqualTo(Map.of(
                        Shape.BUCKET,
                        Set.of(Ingredient.COST),
                        Shape.BUCKET.and(Shape.ATTRIBUTION),
                        Set.of(Ingredient.REQUESTS)));
    }

    @Test
    void areTogetherWhatEitherNeeds() {
        Needs both = Needs.of(Shape.WHOLE, List.of(Ingredient.COST))
                .plus(Needs.of(Shape.WHOLE, List.of(Ingredient.ERRORS)))
                .plus(Needs.of(Shape.USER, List.of(Ingredient.COST)));

        assertThat(both.byShape())
                .isEqualTo(Map.of(
                        Shape.WHOLE, Set.of(Ingredient.COST, Ingredient.ERRORS), Shape.USER, Set.of(Ingredient.COST)));
    }

    @Test
    void areReadFromWhatIsKeptApartAsFinely() {
        assertThat(BY_USER_AND_BUCKET.covers(Shape.USER)).isTrue();
        assertThat(BY_USER_AND_BUCKET.covers(Shape.WHOLE)).isTrue();
        assertThat(BY_USER_AND_BUCKET.covers(Shape.ATTRIBUTION)).isFalse();
        assertThat(Shape.WHOLE.covers(Shape.BUCKET)).isFalse();
    }

    @Property
    void aShapeOfTwoCoversBoth(
            @ForAll boolean attribution, @ForAll boolean bucket, @ForAll boolean user, @ForAll boolean otherUser) {
        Shape one = new Shape(attribution, false, user);
        Shape other = new Shape(false, bucket, otherUser);
        Shape both = one.and(other);

        assertThat(both.covers(one)).isTrue();
        assertThat(both.covers(other)).isTrue();
        assertThat(both).isEqualTo(other.and(one));
        assertThat(both.and(both)).isEqualTo(both);
    }
}
