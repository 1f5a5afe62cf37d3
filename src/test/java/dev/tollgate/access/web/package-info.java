@NullMarked
package dev.tollgate.access.web;

import org.jspecify.annotations.NullMarked;
