/** The doors over HTTP: the security chains, and signing in and out. */
@NullMarked
package dev.tollgate.access.web;

import org.jspecify.annotations.NullMarked;
