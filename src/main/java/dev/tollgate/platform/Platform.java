package dev.tollgate.platform;

/** The installation above its organizations: asked of an operator, its parts are answered one by one. */
record Platform() {}
