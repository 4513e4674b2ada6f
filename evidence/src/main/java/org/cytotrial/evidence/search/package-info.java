/// A boolean search strategy as a tree: lines of immutable [Query] nodes, with where each was
/// written. `reading` makes it from PubMed or Ovid syntax, `writing` prints it for seven databases
/// and says what it could not say there, `online` sends it.
@org.jspecify.annotations.NullMarked
package org.cytotrial.evidence.search;
