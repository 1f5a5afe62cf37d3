@NullMarked
package dev.tollgate.quota.web;

import org.jspecify.annotations.NullMarked;
