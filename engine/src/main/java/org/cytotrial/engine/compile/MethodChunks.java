package org.cytotrial.engine.compile;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// Writes long straight-line code as one public method that calls private static ones in turn.
///
/// HotSpot leaves methods of more than 8,000 bytes of bytecode to the interpreter
/// (`HugeMethodLimit`), so each part stays below that.
final class MethodChunks {
  private final ClassBuilder builder;
  private final ClassDesc owner;
  private final String name;
  private final MethodTypeDesc type;
  private int parts;

  /// @param type of the public method and of its parts
  MethodChunks(ClassBuilder builder, ClassDesc owner, String name, MethodTypeDesc type) {
    this.builder = builder;
    this.owner = owner;
    this.name = name;
    this.type = type;
  }

  /// Adds the next part; in it, parameters start at local variable 0.
  void add(Consumer<CodeBuilder> body) {
    builder.withMethodBody(
        name + "$" + parts++,
        type,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
        code -> {
          body.accept(code);
          code.return_();
        });
  }

  /// Writes the public method.
  void finish() {
    builder.withMethodBody(
        name,
        type,
        ClassFile.ACC_PUBLIC,
        code -> {
          for (int part = 0; part < parts; part++) {
            loadParameters(code);
            code.invokestatic(owner, name + "$" + part, type);
          }
          code.return_();
        });
  }

  /// Writes the public method so that it calls one part: its last parameter is the number of the
  /// part, counted from `first`.
  void finishSwitch(int first) {
    builder.withMethodBody(
        name,
        type,
        ClassFile.ACC_PUBLIC,
        code -> {
          for (int part = 0; part < parts; part++) {
            Label next = code.newLabel();
            code.iload(type.parameterCount()).loadConstant(first + part).if_icmpne(next);
            loadParameters(code);
            code.invokestatic(owner, name + "$" + part, type).return_();
            code.labelBinding(next);
          }
          code.return_();
        });
  }

  private void loadParameters(CodeBuilder code) {
    int slot = 1;
    for (ClassDesc parameter : type.parameterList()) {
      if (parameter.equals(CD_double)) {
        code.dload(slot);
        slot += 2;
      } else if (parameter.equals(CD_int)) {
        code.iload(slot);
        slot++;
      } else {
        code.aload(slot);
        slot++;
      }
    }
  }

  /// Splits items into runs whose sizes add up to at most `limit`; an item larger than that stands
  /// alone.
  static <T> List<List<T>> split(List<T> items, ToIntFunction<T> size, int limit) {
    List<List<T>> chunks = new ArrayList<>();
    List<T> chunk = new ArrayList<>();
    int sum = 0;
    for (T item : items) {
      int next = size.applyAsInt(item);
      if (!chunk.isEmpty() && sum + next > limit) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        sum = 0;
      }
      chunk.add(item);
      sum += next;
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  static MethodTypeDesc voidOf(ClassDesc... parameters) {
    return MethodTypeDesc.of(CD_void, parameters);
  }
}
