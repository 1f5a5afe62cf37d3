package dev.tollgate.credential;

/** Why a credential is disabled. */
public enum DisabledReason {
    /** This month's calls to the provider cost more than the budget. It ends with the month, or with a higher budget. */
    BUDGET_EXCEEDED,
    /** Somebody has disabled it. */
    MANUAL
}
