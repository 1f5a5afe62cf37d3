package dev.tollgate.analytics.web;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;

/** Asks for the name of an API key. */
record ApiKeyName(OrganizationId organization, ApiKeyId key) {}
