@NullMarked
package dev.tollgate.analytics.web;

import org.jspecify.annotations.NullMarked;
