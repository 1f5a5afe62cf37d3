@NullMarked
package dev.tollgate.feature.web;

import org.jspecify.annotations.NullMarked;
