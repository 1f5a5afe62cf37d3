package dev.tollgate.authorization;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may, for example {@code CONTROL_READ and USAGE_READ or PERSON}.
 *
 * @param text as it stands in the table
 * @param choices of each of which all words must be true
 * @param otherwise what those are answered who may not
 * @param answer what those are answered who may
 * @param endsSession whether the asker has to sign in again afterwards
 */
record Rule(String text, List<Set<String>> choices, Outcome otherwise, Outcome answer, boolean endsSession) {

    /** The word of fields without a check of their own: whoever has the object may read them. */
    static final String PARENT = "parent";

    private static final Pattern FORM = Pattern.compile(
            "(?<who>[\\w ]+?)(?: else (?<otherwise>\\w+))?(?: -> (?<answer>\\w+))?(?<ends>, ends the session)?");
    private static final Set<String> WORDS = Set.of(
            "ALL",
            "VIEWER",
            "PERSON",
            "KEY",
            "OWNERS",
            "OPERATOR",
            "USAGE_WRITE",
            "USAGE_READ",
            "CONTROL_READ",
            "CONTROL_WRITE",
            "GATEWAY_CALL",
            "ADMIN");

    static Rule parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a rule: " + text);
        }
        List<Set<String>> choices = Stream.of(form.group("who").split(" or "))
                .map(choice -> Set.of(choice.split(" and ")))
                .toList();
        choices.stream().flatMap(Set::stream).forEach(Rule::check);
        return new Rule(
                text,
                choices,
                outcome(form.group("otherwise"), Outcome.FORBIDDEN),
                outcome(form.group("answer"), Outcome.ALLOWED),
                form.group("ends") != null);
    }

    private static void check(String word) {
        if (!WORDS.contains(word) && !word.equals(PARENT)) {
            throw new IllegalArgumentException("Nobody is called " + word + "; there are " + WORDS);
        }
    }

    private static Outcome outcome(@Nullable String name, Outcome usual) {
        return name == null ? usual : Outcome.valueOf(name);
    }

    boolean isParent() {
        return choices.equals(List.of(Set.of(PARENT)));
    }

    boolean allows(Asker asker) {
        return choices.stream().anyMatch(asker.words()::containsAll);
    }

    /** What the asker is answered about what is their own organization's. */
    Outcome own(Asker asker) {
        if (allows(asker)) {
            return answer;
        }
        return asker == Asker.NOBODY ? Outcome.UNAUTHENTICATED : otherwise;
    }

    /** What the asker is answered about what is another organization's. */
    Outcome foreign(Asker asker) {
        return allows(asker) ? Outcome.NOT_FOUND : own(asker);
    }
}
