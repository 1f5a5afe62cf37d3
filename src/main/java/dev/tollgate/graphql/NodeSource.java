package dev.tollgate.graphql;

import dev.tollgate.access.Viewer;
import java.util.Optional;

/** Finds objects of one GraphQL type by id, for {@code node(id:)}. Each module with such a type brings one as a bean. */
public interface NodeSource {

    /** The GraphQL type's name, as in {@link GlobalId#type()}. */
    String type();

    /** The object that the viewer may see; empty when there is none. What it returns is mapped by the type's controller. */
    Optional<?> find(Viewer viewer, String id);
}
