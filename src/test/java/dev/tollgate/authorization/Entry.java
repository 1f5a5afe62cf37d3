package dev.tollgate.authorization;

/**
 * A line of the table.
 *
 * @param name a field of the schema such as {@code Mutation.createQuota}, or a path such as {@code GET /session}
 * @param variant tells several lines of one name apart; empty for the first
 * @param rule who may
 * @param example with what it is asked: arguments, a whole document, or a path and a body; may be empty
 */
record Entry(String name, String variant, Rule rule, String example) {

    boolean isPath() {
        return name.contains(" ");
    }

    boolean isSubscription() {
        return name.startsWith("Subscription.");
    }

    boolean isMutation() {
        return name.startsWith("Mutation.");
    }

    /** Whether it is one of the fields that are asked for by themselves. */
    boolean isAsked() {
        return !rule.isParent();
    }

    String title() {
        return variant.isEmpty() ? name : name + " (" + variant + ")";
    }

    String type() {
        return name.substring(0, name.indexOf('.'));
    }

    String field() {
        return name.substring(name.indexOf('.') + 1);
    }
}
