package dev.tollgate.access;

import java.util.Map;

/**
 * What somebody asks who belongs to another organization.
 *
 * @param field the type and field of the schema it tries, for example {@code Query.node}
 * @param document the GraphQL document
 * @param variables its variables
 * @param answer what the answer's JSON contains
 */
record ForeignOperation(String field, String document, Map<String, ?> variables, String answer) {}
