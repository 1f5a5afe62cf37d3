/**
 * The way to the database: every statement on tenant tables runs in a transaction that is bound to one organization, under a
 * role that row level security holds. It owns no table. Migrations and partitions go through {@link
 * dev.tollgate.tenancy.OwnerDatabase}, everything else through {@link dev.tollgate.tenancy.TenantTransactions}.
 */
@NullMarked
@ApplicationModule(displayName = "Tenancy", allowedDependencies = "core")
package dev.tollgate.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
