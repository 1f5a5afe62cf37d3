@NullMarked
package dev.tollgate.graphql.web;

import org.jspecify.annotations.NullMarked;
