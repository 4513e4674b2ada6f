package org.cytotrial.evidence.synthesis;

import java.util.List;
import java.util.Optional;

/// One pooled number, and the command that gives it again from an exported table.
///
/// @param what it is for, in words
/// @param command `cytotrial meta` on the exported file
/// @param sample what was pooled
/// @param estimate empty where nothing could be pooled
/// @param trouble why not; empty where there is an estimate
public record Analysis(
    Purpose purpose,
    String what,
    Command command,
    Sample sample,
    Optional<Estimate> estimate,
    String trouble) {

  /// The same analysis without a number, and why.
  Analysis without(String why) {
    return new Analysis(purpose, what, command, sample, Optional.empty(), why);
  }

  /// What an analysis is for.
  public enum Purpose {
    PRIMARY,
    RANDOM_EFFECTS,
    SENSITIVITY,
    MULTILEVEL,
    SUBGROUP,
    CONTRAST
  }

  /// A command line.
  ///
  /// @param file the exported table
  /// @param arguments of `cytotrial meta`, after the file
  public record Command(String file, List<String> arguments) {
    public Command {
      arguments = List.copyOf(arguments);
    }

    public String text() {
      return "cytotrial meta " + file + " " + String.join(" ", arguments);
    }
  }

  /// What was pooled.
  ///
  /// @param rows arms or tables
  /// @param studies trials among them
  /// @param events patients with an event, not weighted
  /// @param patients not weighted
  public record Sample(int rows, int studies, int events, int patients) {}
}
