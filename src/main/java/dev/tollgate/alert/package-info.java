/**
 * Alerts: rules over usage, quotas and budgets, what they noticed, and where that is delivered to. Owns the tables alert_rule,
 * alert_evaluation, alert_crossing, alert, alert_destination and alert_delivery. An alert and what is to be delivered of it are written in one
 * transaction, so that a crash anywhere loses none and repeats none. It meters nothing: numbers come from {@code analytics}, the use of
 * quotas from {@code quota}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Alerts",
        allowedDependencies = {
            "core",
            "tenancy",
            "organization",
            "access",
            "apikey",
            "audit",
            "credential",
            "graphql",
            "http",
            "usage",
            "analytics",
            "live",
            "quota"
        })
package dev.tollgate.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
