/** The edges of quotas: GraphQL for people, and HTTP for services on their hot path. */
@NullMarked
package dev.tollgate.quota.web;

import org.jspecify.annotations.NullMarked;
