package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The plan of one straight-line method: which nodes are computed as statements of their own (those
/// used more than once), which stand inside the formula that uses them, in which chunk, and what
/// has to be kept in the workspace between chunks.
///
/// @param chunks the steps of each method
/// @param slots workspace index of statements that a later chunk reads
/// @param workspaceEnd first free workspace index
record Program(List<List<Step>> chunks, Map<Integer, Integer> slots, int workspaceEnd) {
  /// About 8 bytes of bytecode each, so that a chunk stays well below 8,000.
  private static final int OPERATIONS_PER_CHUNK = 420;

  sealed interface Step {
    int node();

    /// Computes a node for later steps.
    record Define(int node) implements Step {}

    /// Stores a node as result number `index`.
    record Output(int node, int index) implements Step {}
  }

  /// @param outputs node per result
  /// @param leaves nodes that are read from somewhere, not computed
  /// @param workspaceStart first free workspace index
  static Program of(Graph graph, List<Integer> outputs, Set<Integer> leaves, int workspaceStart) {
    return new Planner(graph, outputs, leaves).plan(workspaceStart);
  }

  private static final class Planner {
    private final Graph graph;
    private final List<Integer> outputs;
    private final Set<Integer> leaves;
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final Set<Integer> done = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Planner(Graph graph, List<Integer> outputs, Set<Integer> leaves) {
      this.graph = graph;
      this.outputs = outputs;
      this.leaves = leaves;
    }

    Program plan(int workspaceStart) {
      outputs.forEach(this::countUse);
      for (int i = 0; i < outputs.size(); i++) {
        defineShared(outputs.get(i));
        steps.add(new Step.Output(outputs.get(i), i));
      }
      List<List<Step>> chunks = MethodChunks.split(steps, this::size, OPERATIONS_PER_CHUNK);
      Map<Integer, Integer> slots = new HashMap<>();
      int end = assignSlots(chunks, slots, workspaceStart);
      return new Program(chunks, slots, end);
    }

    private void countUse(int node) {
      if (isLeaf(node)) {
        return;
      }
      if (uses.merge(node, 1, Integer::sum) == 1) {
        graph.operands(node).forEach(this::countUse);
      }
    }

    private boolean isLeaf(int node) {
      return leaves.contains(node) || graph.operands(node).isEmpty();
    }

    private boolean isShared(int node) {
      return !isLeaf(node) && uses.getOrDefault(node, 0) > 1;
    }

    private void defineShared(int node) {
      if (isLeaf(node) || !done.add(node)) {
        return;
      }
      graph.operands(node).forEach(this::defineShared);
      if (isShared(node)) {
        steps.add(new Step.Define(node));
      }
    }

    private int size(Step step) {
      int own = step instanceof Step.Output && isShared(step.node()) ? 1 : tree(step.node());
      return own + 1;
    }

    private int tree(int node) {
      int sum = 1;
      for (int operand : graph.operands(node)) {
        sum += isLeaf(operand) || isShared(operand) ? 1 : tree(operand);
      }
      return sum;
    }

    private int assignSlots(List<List<Step>> chunks, Map<Integer, Integer> slots, int start) {
      Map<Integer, Integer> chunkOf = new HashMap<>();
      int next = start;
      for (int c = 0; c < chunks.size(); c++) {
        for (Step step : chunks.get(c)) {
          if (step instanceof Step.Define(var node)) {
            chunkOf.put(node, c);
          }
          Set<Integer> read = new HashSet<>();
          collectReads(step, read);
          for (int node : read) {
            if (chunkOf.getOrDefault(node, c) < c && !slots.containsKey(node)) {
              slots.put(node, next++);
            }
          }
        }
      }
      return next;
    }

    private void collectReads(Step step, Set<Integer> read) {
      if (step instanceof Step.Output && isShared(step.node())) {
        read.add(step.node());
      } else {
        collectOperands(step.node(), read);
      }
    }

    private void collectOperands(int node, Set<Integer> read) {
      for (int operand : graph.operands(node)) {
        if (isShared(operand)) {
          read.add(operand);
        } else if (!isLeaf(operand)) {
          collectOperands(operand, read);
        }
      }
    }
  }
}
