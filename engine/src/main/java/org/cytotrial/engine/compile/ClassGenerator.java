package org.cytotrial.engine.compile;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static org.cytotrial.engine.compile.MethodChunks.voidOf;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Turns lists of graph nodes into methods of one hidden class.
final class ClassGenerator {
  private static final ClassDesc DOUBLES = CD_double.arrayType();
  private static final MethodTypeDesc PROGRAM =
      voidOf(CD_double, DOUBLES, DOUBLES, DOUBLES, DOUBLES);

  private final Graph graph;
  private final ClassDesc owner;
  private final ClassDesc parent;
  private final Map<String, List<Integer>> programs = new HashMap<>();
  private final List<Integer> others = new ArrayList<>();
  private final Map<Integer, Integer> hoisted = new HashMap<>();
  private final List<Integer> hoistedNodes = new ArrayList<>();
  private int workspace;

  ClassGenerator(Graph graph, Class<?> parent) {
    this.graph = graph;
    this.parent = parent.describeConstable().orElseThrow();
    this.owner = ClassDesc.of(parent.getPackageName(), parent.getSimpleName() + "$Generated");
  }

  /// A method `name(t, y, p, w, out)` that stores the nodes in `out`.
  void program(String name, List<Integer> outputs) {
    programs.put(name, List.copyOf(outputs));
  }

  /// Nodes whose constant parts `prepare` computes, for methods that are written elsewhere.
  void prepares(List<Integer> nodes) {
    others.addAll(nodes);
  }

  /// Place in the workspace of what `prepare` computes.
  Map<Integer, Integer> prepared() {
    return hoisted;
  }

  int workspace() {
    return workspace;
  }

  /// @param more writes further methods
  Object generate(BiConsumer<ClassBuilder, ClassDesc> more) {
    hoistConstants();
    byte[] bytes =
        ClassFile.of()
            .build(
                owner,
                builder -> {
                  builder
                      .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                      .withSuperclass(parent);
                  emitConstructor(builder);
                  emitPrepare(builder);
                  programs.keySet().stream().sorted().forEach(name -> emitProgram(builder, name));
                  more.accept(builder, owner);
                });
    return instantiate(bytes);
  }

  private static Object instantiate(byte[] bytes) {
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The generated kernel could not be loaded", e);
    }
  }

  /// What only depends on parameters is computed once per patient: the largest such subexpressions
  /// go to the workspace.
  private void hoistConstants() {
    Set<Integer> seen = new LinkedHashSet<>();
    programs.keySet().stream()
        .sorted()
        .forEach(name -> programs.getOrDefault(name, List.of()).forEach(node -> hoist(node, seen)));
    others.forEach(node -> hoist(node, seen));
    workspace = hoistedNodes.size();
  }

  private void hoist(int node, Set<Integer> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (graph.varies(node)) {
      graph.operands(node).forEach(operand -> hoist(operand, seen));
    } else if (!graph.operands(node).isEmpty()) {
      hoisted.put(node, hoistedNodes.size());
      hoistedNodes.add(node);
    }
  }

  private void emitConstructor(ClassBuilder builder) {
    MethodTypeDesc type = MethodTypeDesc.of(CD_void);
    builder.withMethodBody(
        INIT_NAME, type, 0, code -> code.aload(0).invokespecial(parent, INIT_NAME, type).return_());
  }

  /// `prepare(p, w)` is a program whose results are the start of the workspace itself.
  private void emitPrepare(ClassBuilder builder) {
    Program program = Program.of(graph, hoistedNodes, Set.of(), workspace);
    workspace = Math.max(workspace, program.workspaceEnd());
    emitChunks(builder, "constants", program, Map.of());
    builder.withMethodBody(
        "prepare",
        voidOf(DOUBLES, DOUBLES),
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .dconst_0()
                .aload(1)
                .aload(1)
                .aload(2)
                .aload(2)
                .invokevirtual(owner, "constants", PROGRAM)
                .return_());
  }

  private void emitProgram(ClassBuilder builder, String name) {
    List<Integer> outputs = programs.getOrDefault(name, List.of());
    Program program = Program.of(graph, outputs, hoisted.keySet(), hoistedNodes.size());
    workspace = Math.max(workspace, program.workspaceEnd());
    emitChunks(builder, name, program, hoisted);
  }

  private void emitChunks(
      ClassBuilder builder, String name, Program program, Map<Integer, Integer> leaves) {
    var chunks = new MethodChunks(builder, owner, name, PROGRAM);
    for (var chunk : program.chunks()) {
      chunks.add(code -> new ProgramEmitter(graph, leaves, program.slots(), code).emit(chunk));
    }
    chunks.finish();
  }

  static void emitInt(ClassBuilder builder, String name, int value) {
    builder.withMethodBody(
        name,
        MethodTypeDesc.of(CD_int),
        ClassFile.ACC_PUBLIC,
        code -> code.loadConstant(value).ireturn());
  }
}
