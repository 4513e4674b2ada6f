package org.cytotrial.model.sbml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element of a document, without its notes, annotations and elements of packages.
///
/// @param attributes those without a namespace
/// @param packages prefixes of the SBML packages that this element declares as required
/// @param text character data directly inside
/// @param line of the start tag, from 1
record XmlElement(
    String name,
    Map<String, String> attributes,
    List<String> packages,
    List<XmlElement> children,
    String text,
    int line,
    int column) {
  XmlElement {
    attributes = Map.copyOf(attributes);
    packages = List.copyOf(packages);
    children = List.copyOf(children);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  Optional<XmlElement> child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  /// The children of the child `listName`, such as `listOfSpecies`; none if it is absent.
  List<XmlElement> list(String listName) {
    return child(listName).map(XmlElement::children).orElse(List.of());
  }

  List<XmlElement> children(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).toList();
  }
}
