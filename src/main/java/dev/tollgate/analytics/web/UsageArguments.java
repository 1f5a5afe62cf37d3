package dev.tollgate.analytics.web;

import dev.tollgate.analytics.BaselineAsked;
import dev.tollgate.analytics.BreakdownAsked;
import dev.tollgate.analytics.ComparisonBaseline;
import dev.tollgate.analytics.Divider;
import dev.tollgate.analytics.EventPage;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SortDirection;
import dev.tollgate.analytics.TrendAsked;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import org.jspecify.annotations.Nullable;

/** Reads and checks the arguments of the fields of {@code Usage} and below: the one place where they become questions. */
final class UsageArguments {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_EVENTS = 500;
    private static final int LONGEST_TAG = 1_000;

    private UsageArguments() {}

    static SliceAsked slice(Organization organization, Arguments arguments) {
        Arguments range = arguments.object("range");
        if (range == null) {
            throw ProblemException.badInput("range", "Name a range.");
        }
        return new SliceAsked(organization, RangeInput.range(range), FilterInput.filter(arguments.object("filter")));
    }

    static TrendAsked trend(Arguments arguments) {
        return new TrendAsked(arguments.granularity(), arguments.zone());
    }

    static BreakdownAsked breakdown(Arguments arguments) {
        return new BreakdownAsked(
                divider(arguments),
                arguments.metric("orderBy"),
                arguments.constant("direction", SortDirection.class, SortDirection.DESC),
                rows(arguments),
                arguments.text("after"));
    }

    static Divider divider(Arguments arguments) {
        return new Divider(arguments.constants("by", UsageDimension.class), tag(arguments));
    }

    static int rows(Arguments arguments) {
        return arguments.first(10, MOST_ROWS);
    }

    static BaselineAsked baseline(Arguments arguments) {
        Arguments custom = arguments.object("baseline");
        return new BaselineAsked(
                arguments.constant("to", ComparisonBaseline.class, ComparisonBaseline.PREVIOUS_PERIOD),
                custom == null ? null : RangeInput.interval(custom, "baseline"));
    }

    static EventPage events(Arguments arguments) {
        String after = arguments.text("after");
        return new EventPage(arguments.first(20, MOST_EVENTS), after == null ? null : EventPage.Position.of(after));
    }

    private static @Nullable String tag(Arguments arguments) {
        String tag = arguments.text("tag");
        if (tag != null && (tag.isEmpty() || tag.length() > LONGEST_TAG)) {
            throw ProblemException.badInput("tag", "A tag's name has 1 to " + LONGEST_TAG + " characters.");
        }
        return tag;
    }
}
