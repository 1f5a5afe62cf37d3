package dev.tollgate.rollup;

import java.util.Comparator;

/** Names a user's cell within an organization; the user is empty for calls with no user. */
record UserCellKey(CellKey cell, String user) implements Comparable<UserCellKey> {

    private static final Comparator<UserCellKey> ORDER =
            Comparator.comparing(UserCellKey::cell).thenComparing(UserCellKey::user);

    @Override
    public int compareTo(UserCellKey other) {
        return ORDER.compare(this, other);
    }
}
