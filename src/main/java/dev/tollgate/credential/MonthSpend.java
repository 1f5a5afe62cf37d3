package dev.tollgate.credential;

import dev.tollgate.core.Money;

/**
 * What calls to a provider have cost in the running calendar month.
 *
 * @param cost of those with a price
 * @param unpricedRequests how many have no known price, and are in no cost
 */
public record MonthSpend(Money cost, long unpricedRequests) {

    /** That of no calls. */
    public static final MonthSpend NONE = new MonthSpend(Money.ZERO, 0);

    MonthSpend plus(MonthSpend other) {
        return new MonthSpend(cost.plus(other.cost), unpricedRequests + other.unpricedRequests);
    }
}
