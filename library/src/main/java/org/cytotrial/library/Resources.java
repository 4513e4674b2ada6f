package org.cytotrial.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Texts that ship with this module, named by their path below its package: `reference/il2.ant`.
final class Resources {
  private Resources() {}

  static Optional<String> find(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The library's '" + name + "' cannot be read", e);
    }
  }

  static String read(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("The library has no '" + name + "'."));
  }
}
