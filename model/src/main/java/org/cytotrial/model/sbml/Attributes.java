package org.cytotrial.model.sbml;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads attribute values by their SBML types.
record Attributes(Problems problems) {
  private static final Pattern SID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /// The value, or an empty text and a problem.
  String required(XmlElement element, String name) {
    Optional<String> value = element.attribute(name);
    if (value.isEmpty()) {
      problems.add(element, "<%s> needs the attribute '%s'.".formatted(element.name(), name));
    }
    return value.orElse("");
  }

  /// An identifier of the model.
  String id(XmlElement element, String name) {
    String id = required(element, name);
    if (!id.isEmpty() && !SID.matcher(id).matches()) {
      problems.add(
          element,
          "'%s' is not an SBML identifier: letters, digits and '_' only, no digit first."
              .formatted(id));
    }
    return id;
  }

  OptionalDouble number(XmlElement element, String name) {
    Optional<String> value = element.attribute(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = number(value.get());
    if (number.isEmpty()) {
      problems.add(
          element,
          "<%s %s=\"%s\">: a number was expected.".formatted(element.name(), name, value.get()));
    }
    return number;
  }

  /// The value of a truth attribute; Level 3 has no defaults, but files that leave them out get
  /// those of Level 2.
  boolean flag(XmlElement element, String name, boolean otherwise) {
    Optional<String> value = element.attribute(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    return switch (value.get().strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        problems.add(
            element,
            "<%s %s=\"%s\">: 'true' or 'false' was expected."
                .formatted(element.name(), name, value.get()));
        yield otherwise;
      }
    };
  }

  /// Reads an XML Schema double; empty if it is none.
  static OptionalDouble number(String text) {
    String stripped = text.strip();
    return switch (stripped) {
      case "INF" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-INF" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      case "NaN" -> OptionalDouble.of(Double.NaN);
      default ->
          NUMBER.matcher(stripped).matches()
              ? OptionalDouble.of(Double.parseDouble(stripped))
              : OptionalDouble.empty();
    };
  }
}
