package dev.tollgate.analytics.web;

import dev.tollgate.analytics.Axis;
import dev.tollgate.analytics.BaselineAsked;
import dev.tollgate.analytics.BreakdownAsked;
import dev.tollgate.analytics.ComparisonBaseline;
import dev.tollgate.analytics.Divider;
import dev.tollgate.analytics.EventPage;
import dev.tollgate.analytics.LatencyMetrics;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SortDirection;
import dev.tollgate.analytics.TrendAsked;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and checks the arguments of the fields of {@code Usage} and below: the one place where they become questions. */
final class UsageArguments {

    private static final int MOST_EVENTS = 500;
    private static final int LONGEST_TAG = 1_000;

    /** What the schema calls the dimension that {@code tag} names. */
    static final String TAG = "TAG";

    private UsageArguments() {}

    static SliceAsked slice(Organization organization, Arguments arguments) {
        Arguments range = arguments.object("range");
        if (range == null) {
            throw ProblemException.badInput("range", "Name a range.");
        }
        return new SliceAsked(organization, RangeInput.range(range), FilterInput.filter(arguments.object("filter")));
    }

    /** Whether a part of a slice, or of a comparison, will refuse its own arguments. */
    static boolean areRefused(Selected part) {
        try {
            check(part.name(), part.arguments());
            return false;
        } catch (ProblemException refused) {
            return true;
        }
    }

    private static void check(String part, Arguments arguments) {
        switch (part) {
            case "trend" -> trend(arguments);
            case "breakdown" -> breakdown(arguments);
            case "comparison" -> baseline(arguments);
            case "topUsers" -> rows(arguments);
            case "events" -> events(arguments);
            case "rows", "newRows", "goneRows", "topGrowing", "topDeclining" -> {
                divider(arguments);
                rows(arguments);
            }
            default -> {}
        }
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

    /** The dimensions, with the tag in the place of TAG, or last. */
    static Divider divider(Arguments arguments) {
        Axis tag = tag(arguments);
        List<Axis> by = new ArrayList<>();
        for (String dimension : arguments.texts("by")) {
            by.add(dimension.equals(TAG) ? named(tag) : new Axis.OfDimension(UsageDimension.valueOf(dimension)));
        }
        if (tag != null && !by.contains(tag)) {
            by.add(tag);
        }
        return new Divider(by);
    }

    static int rows(Arguments arguments) {
        return arguments.first(10, PageSize.LONGEST);
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

    /** Refused here once, whether there is any latency or not, and not at every row. */
    static void checkPercentile(Arguments arguments) {
        LatencyMetrics.checkPercentile(Objects.requireNonNull(arguments.value("p", Double.class)));
    }

    private static @Nullable Axis tag(Arguments arguments) {
        String tag = arguments.text("tag");
        if (tag != null && (tag.isEmpty() || tag.length() > LONGEST_TAG)) {
            throw ProblemException.badInput("tag", "A tag's name has 1 to " + LONGEST_TAG + " characters.");
        }
        return tag == null ? null : new Axis.OfTag(tag);
    }

    private static Axis named(@Nullable Axis tag) {
        if (tag == null) {
            throw ProblemException.badInput("tag", "TAG needs the name of the tag.");
        }
        return tag;
    }
}
