package dev.tollgate.authorization;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table as a page of the documentation. */
final class AuthorizationPage {

    private static final String INTRODUCTION = """
            # Who may do what

            Made from [`authorization.txt`](../src/test/resources/authorization.txt), which tests hold the application to: each line is asked as each
            of these, in their own organization and in another one. What is another organization's is `NOT_FOUND` for everybody. Whoever is
            not known is answered `UNAUTHENTICATED`, but where ALL may ask.

            ● is answered, ○ is as if there were nothing, – is `FORBIDDEN`. The first columns are people by their roles, and a platform operator who is a member besides; the others
            API keys by their scopes; a key does to owners what an owner may, unless somebody owns it who is none. OWNERS are owners and such keys, OPERATOR is a platform operator, PERSON is
            somebody who is signed in, VIEWER everybody who is known, ALL is nobody too. `ADMIN` has all scopes. Whatever is not listed has no check of
            its own: who was given an object may read all of it.
            """;

    private AuthorizationPage() {}

    static String of(AccessTable table) {
        return INTRODUCTION
                + section("Queries", table, "Query")
                + section("An organization", table, "Organization")
                + section("Mutations", table, "Mutation")
                + section("Subscriptions", table, "Subscription")
                + section("Elsewhere", table, "")
                + section("Over HTTP", table, " ");
    }

    private static String section(String title, AccessTable table, String type) {
        List<Entry> entries = table.entries().stream()
                .filter(Entry::isAsked)
                .filter(entry -> type.equals(group(entry)))
                .toList();
        return "\n## " + title + "\n\n"
                + row(Stream.concat(Stream.of("", "needs"), askers().map(AuthorizationPage::title)))
                + row(Stream.concat(Stream.of("---", "---"), askers().map(_ -> ":-:")))
                + entries.stream().map(AuthorizationPage::row).collect(Collectors.joining());
    }

    private static String group(Entry entry) {
        if (entry.isPath()) {
            return " ";
        }
        return List.of("Query", "Organization", "Mutation", "Subscription").contains(entry.type()) ? entry.type() : "";
    }

    private static Stream<Asker> askers() {
        return Stream.of(Asker.values()).filter(asker -> asker != Asker.NOBODY);
    }

    private static String title(Asker asker) {
        if (asker == Asker.KEY_ALL_BUT_ADMIN) {
            return "all but `ADMIN`";
        }
        return asker.role() == null
                ? "`" + asker.name().replace("KEY_", "") + "`"
                : asker.name().toLowerCase(Locale.ROOT);
    }

    private static String row(Entry entry) {
        String name = entry.isPath() || group(entry).isEmpty() ? entry.name() : entry.field();
        String who = entry.variant().isEmpty() ? "`" + name + "`" : "`" + name + "` (" + entry.variant() + ")";
        return row(
                Stream.concat(Stream.of(who, needs(entry.rule())), askers().map(asker -> sign(entry.rule(), asker))));
    }

    private static String needs(Rule rule) {
        return rule.text().replaceAll("( else | ->|, ends).*", "");
    }

    private static String sign(Rule rule, Asker asker) {
        if (rule.allows(asker)) {
            return "●";
        }
        return rule.otherwise() == Outcome.NOT_FOUND ? "○" : "–";
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
