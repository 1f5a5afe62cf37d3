package dev.tollgate.quota.web;

import dev.tollgate.quota.Quota;

/** What the mutations of quotas answer. */
record QuotaPayload(Quota quota) {}
