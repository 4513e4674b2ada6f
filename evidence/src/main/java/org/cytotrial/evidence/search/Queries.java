package org.cytotrial.evidence.search;

import java.util.ArrayList;
import java.util.List;

/// Walks through trees.
public final class Queries {
  private Queries() {}

  /// The node itself and all below it, from the left.
  public static List<Query> all(Query query) {
    List<Query> nodes = new ArrayList<>();
    collect(query, nodes);
    return nodes;
  }

  private static void collect(Query query, List<Query> into) {
    into.add(query);
    children(query).forEach(c -> collect(c, into));
  }

  /// What a node is made of; empty for a leaf.
  public static List<Query> children(Query query) {
    return switch (query) {
      case Query.And a -> a.parts();
      case Query.Or o -> o.parts();
      case Query.Not n -> List.of(n.kept(), n.removed());
      case Query.Near n -> List.of(n.left(), n.right());
      case Query.Frequency f -> List.of(f.inner());
      case Query.Text _,
          Query.Heading _,
          Query.LineReference _,
          Query.DateRange _,
          Query.Filter _ ->
          List.of();
    };
  }
}
