/**
 * Who changed what: the audit log of every organization, appended to in the transaction of the change itself and chained by hashes, so
 * that a change made past the program shows. Owns the tables audit_entry and audit_head. It takes the {@link
 * dev.tollgate.audit.Cause} as given and knows no rights; {@code directory} shows the log over GraphQL.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"core", "tenancy"})
package dev.tollgate.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
