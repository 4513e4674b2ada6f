package org.cytotrial.evidence.search.writing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.writing.Note.Loss;

/// Collects notes, each one once.
final class Notes {
  private final Set<Note> notes = new LinkedHashSet<>();
  private boolean turned;

  /// What is broader in the part that is taken away makes the whole narrower.
  void turn() {
    turned = !turned;
  }

  void add(Loss loss, Place place, String message) {
    Loss whole =
        switch (loss) {
          case BROADER -> turned ? Loss.NARROWER : loss;
          case NARROWER -> turned ? Loss.BROADER : loss;
          case DIFFERENT, LEFT_OUT -> loss;
        };
    notes.add(new Note(whole, place, message));
  }

  /// A note that would say the same at many places: only at the first.
  void once(Loss loss, Place place, String message) {
    if (notes.stream().noneMatch(n -> n.message().equals(message))) {
      add(loss, place, message);
    }
  }

  List<Note> list() {
    return List.copyOf(notes);
  }
}
