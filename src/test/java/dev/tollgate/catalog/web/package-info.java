@NullMarked
package dev.tollgate.catalog.web;

import org.jspecify.annotations.NullMarked;
