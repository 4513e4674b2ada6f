package org.cytotrial.simulation.study;

/// A name and where it stands in the file, so that what it refers to can be looked up later.
///
/// @param where `file:line:column`
public record Located(String name, String where) {}
