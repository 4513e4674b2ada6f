package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cytotrial.engine.compile.LaneProgram.Home;
import org.cytotrial.engine.compile.LaneProgram.Op;

/// Cuts a [LaneProgram] into methods that the JIT can take, and gives values that a later method
/// reads a place in memory.
///
/// HotSpot's C2 stops inlining the calls of the Vector API in a method when its intermediate
/// representation holds about 18,000 nodes; what is left are boxed objects, 30 to 40 times slower.
/// Measured, that happens between 120 and 160 calls a method.
final class LaneChunks {
  /// Calls of the Vector API a method, loads and stores included.
  static final int CALLS = 90;

  private final LaneProgram program;
  private final List<List<Op>> chunks = new ArrayList<>();
  private final Map<Integer, Integer> definedIn = new HashMap<>();
  private final Map<Integer, Integer> lastReadIn = new HashMap<>();
  private final Map<Integer, Integer> storedIn = new HashMap<>();
  private final Map<Integer, Home> scratch = new HashMap<>();

  LaneChunks(LaneProgram program) {
    this.program = program;
    split();
    findLifetimes();
    placeScratch();
  }

  List<List<Op>> chunks() {
    return chunks;
  }

  /// Where a value is kept for later methods beyond the stores of the program itself.
  Map<Integer, Home> scratch() {
    return scratch;
  }

  private void split() {
    List<Op> chunk = new ArrayList<>();
    Set<Integer> local = new HashSet<>();
    int calls = 0;
    for (Op op : program.ops()) {
      boolean isBatch = op instanceof Op.Batch;
      int loads = (int) op.reads().stream().filter(value -> !local.contains(value)).count();
      int cost = loads + op.calls();
      if (!chunk.isEmpty() && (isBatch || calls + cost > CALLS)) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        local.clear();
        calls = 0;
        cost = op.reads().size() + op.calls();
      }
      if (isBatch) {
        chunks.add(List.of(op));
        continue;
      }
      chunk.add(op);
      calls += cost;
      result(op, local);
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
  }

  private static void result(Op op, Set<Integer> local) {
    switch (op) {
      case Op.Compute compute -> local.add(compute.result());
      case Op.Select select -> local.add(select.result());
      case Op.Store _, Op.Batch _ -> {}
    }
  }

  private void findLifetimes() {
    for (int c = 0; c < chunks.size(); c++) {
      Set<Integer> defined = new HashSet<>();
      for (Op op : chunks.get(c)) {
        for (int value : op.reads()) {
          lastReadIn.put(value, c);
        }
        if (op instanceof Op.Store(var value, _)) {
          storedIn.putIfAbsent(value, c);
        }
        result(op, defined);
      }
      for (int value : defined) {
        definedIn.put(value, c);
      }
    }
  }

  private void placeScratch() {
    var free = new TreeSet<Integer>();
    Map<Integer, List<Integer>> ending = new HashMap<>();
    for (int c = 0; c < chunks.size(); c++) {
      free.addAll(ending.getOrDefault(c - 1, List.of()));
      for (Op op : chunks.get(c)) {
        Set<Integer> defined = new TreeSet<>();
        result(op, defined);
        for (int value : defined) {
          int last = lastReadIn.getOrDefault(value, c);
          boolean isKept = storedIn.getOrDefault(value, -1) == c;
          if (last > c && !isKept) {
            Integer slot = free.pollFirst();
            int place = slot == null ? program.layout().allocate(1) : slot;
            scratch.put(value, Home.at(place));
            ending.computeIfAbsent(last, _ -> new ArrayList<>()).add(place);
          }
        }
      }
    }
  }
}
