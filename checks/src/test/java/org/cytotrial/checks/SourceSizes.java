package org.cytotrial.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Lines and parameters of sources, as javac's parser sees them.
record SourceSizes(List<FileSize> files, List<MethodSize> methods, List<TypeName> types) {

  /// A file and its lines, comments and imports among them.
  record FileSize(String name, int lines) {}

  /// A method with a body, from its annotations to its closing brace.
  record MethodSize(String file, String name, int lines, int parameters, boolean inRecordHeader) {}

  /// A type and the file that declares it.
  record TypeName(String file, String name) {}

  static SourceSizes of(List<Path> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    var sizes = new SourceSizes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              javac.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      var positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        sizes.measure(unit, positions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }

  private void measure(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    String name = SourceTree.name(Path.of(unit.getSourceFile().toUri()));
    String text = unit.getSourceFile().getCharContent(true).toString();
    files.add(new FileSize(name, (int) text.lines().count()));
    new MethodScanner(name, unit, positions).scan(unit, null);
  }

  @SuppressWarnings("VoidUsed") // the scanner's own signature
  private final class MethodScanner extends TreePathScanner<Void, Void> {
    private final String file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    MethodScanner(String file, CompilationUnitTree unit, SourcePositions positions) {
      this.file = file;
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      types.add(new TypeName(file, type.getSimpleName().toString()));
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long end = positions.getEndPosition(unit, method);
      if (method.getBody() != null && end > 0) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
        long last = unit.getLineMap().getLineNumber(end);
        String name = method.getName().toString();
        boolean inHeader =
            name.equals("<init>")
                && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        methods.add(
            new MethodSize(
                file, name, (int) (last - first + 1), method.getParameters().size(), inHeader));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
