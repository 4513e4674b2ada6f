package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Function;
import org.junit.jupiter.api.Test;

/// Equal operations are one node, constants fold, and nothing is made that a kernel need not
/// compute.
class GraphTest {
  private final Graph graph = new Graph();
  private final int x = graph.state(0);
  private final int y = graph.state(1);
  private final int p = graph.parameter(0);

  @Test
  void equalOperationsAreOneNode() {
    assertEquals(graph.add(x, y), graph.add(y, x));
    assertEquals(graph.multiply(x, y), graph.multiply(y, x));
    assertNotEquals(graph.subtract(x, y), graph.subtract(y, x));
    assertEquals(graph.reciprocal(x), graph.reciprocal(graph.state(0)));
    assertEquals(graph.divide(x, y), graph.multiply(x, graph.reciprocal(y)));
  }

  @Test
  void constantsFold() {
    int two = graph.literal(2);
    int three = graph.literal(3);
    assertTrue(graph.is(graph.add(two, three), 5));
    assertTrue(graph.is(graph.subtract(two, three), -1));
    assertTrue(graph.is(graph.multiply(two, three), 6));
    assertTrue(graph.is(graph.divide(three, two), 1.5));
    assertTrue(graph.is(graph.power(two, three), 8));
    assertTrue(graph.is(graph.call(Function.MAX, two, three), 3));
    assertTrue(graph.is(graph.call(Function.EXP, graph.literal(0), Graph.NONE), 1));
    assertTrue(graph.is(graph.compare(Comparison.LESS, two, three), 1));
    assertEquals(x, graph.choose(graph.literal(1), x, y));
    assertEquals(y, graph.choose(graph.literal(0), x, y));
    assertEquals(x, graph.choose(p, x, x));
    assertEquals(graph.literal(0.0), graph.literal(-0.0));
  }

  @Test
  void neutralElementsVanish() {
    int zero = graph.literal(0);
    int one = graph.literal(1);
    assertEquals(x, graph.add(x, zero));
    assertEquals(x, graph.subtract(x, zero));
    assertEquals(x, graph.multiply(one, x));
    assertEquals(x, graph.divide(x, one));
    assertEquals(x, graph.negate(graph.negate(x)));
    assertEquals(x, graph.reciprocal(graph.reciprocal(x)));
    assertEquals(graph.negate(x), graph.subtract(zero, x));
    assertEquals(graph.negate(x), graph.multiply(x, graph.literal(-1)));
    assertTrue(graph.is(graph.multiply(x, zero), 0));
    assertTrue(graph.is(graph.subtract(x, x), 0));
    assertEquals(graph.subtract(x, y), graph.add(x, graph.negate(y)));
    assertEquals(graph.add(x, y), graph.subtract(x, graph.negate(y)));
    assertEquals(graph.subtract(y, x), graph.negate(graph.subtract(x, y)));
  }

  @Test
  void smallWholePowersAreProducts() {
    int square = graph.multiply(x, x);
    assertEquals(square, graph.power(x, graph.literal(2)));
    assertEquals(graph.multiply(square, square), graph.power(x, graph.literal(4)));
    assertEquals(graph.reciprocal(square), graph.power(x, graph.literal(-2)));
    assertTrue(graph.is(graph.power(x, graph.literal(0)), 1));
    assertEquals(graph.call(Function.SQRT, x, Graph.NONE), graph.power(x, graph.literal(0.5)));
    assertTrue(graph.node(graph.power(x, p)) instanceof Graph.Node.PowerOf);
  }

  @Test
  void operandsComeBeforeWhatUsesThem() {
    int node = graph.divide(graph.add(x, p), graph.call(Function.EXP, y, Graph.NONE));
    for (int n = 0; n <= node; n++) {
      for (int operand : graph.operands(n)) {
        assertTrue(operand < n);
      }
    }
  }

  @Test
  void onlyStateAndTimeVary() {
    assertFalse(graph.varies(graph.call(Function.LN, graph.add(p, graph.literal(2)), Graph.NONE)));
    assertTrue(graph.varies(graph.multiply(p, x)));
    assertTrue(graph.varies(graph.add(p, graph.time())));
  }
}
