@NullMarked
package dev.tollgate.alert.web;

import org.jspecify.annotations.NullMarked;
