@NullMarked
package dev.tollgate.ingest.web;

import org.jspecify.annotations.NullMarked;
