package dev.tollgate.rollup;

import java.util.Comparator;

/**
 * What a roll adds to one user's cell. Ordered as the table is, so that all writers lock in one order.
 *
 * @param key the day and the attribution
 * @param user the user; empty for calls with no user
 * @param totals what is added
 */
record UserCell(CellKey key, String user, RunningTotals totals) {

    static final Comparator<UserCell> ORDER =
            Comparator.comparing(UserCell::key).thenComparing(UserCell::user);
}
