/// Rules about the source tree that a compiler does not know: format, layers, sizes, names,
/// documents, origins, and the launcher. Each test says which rule of CONTRIBUTING.md it keeps.
package org.cytotrial.checks;
