package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.antimony.Draft.DraftChange;
import org.cytotrial.model.antimony.Draft.DraftEvent;
import org.cytotrial.model.antimony.Draft.DraftReaction;
import org.cytotrial.model.antimony.Draft.Participant;

/// Enters reactions and events into a [Draft]. Without a name they are called `_J0`, `_J1`, … and
/// `_E0`, `_E1`, …, as Antimony does.
final class ProcessReader {
  private static final String NAME = StatementReader.NAME;
  private static final Pattern REACTION =
      Pattern.compile("(?:(" + NAME + ")\\s*:)?(.*?)(->|=>)(.*)", Pattern.DOTALL);
  private static final Pattern PARTICIPANT =
      Pattern.compile("((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)?\\s*(\\$?)(" + NAME + ")");
  private static final Pattern EVENT =
      Pattern.compile("(?:(" + NAME + ")\\s*:\\s*)?at\\b(.*)", Pattern.DOTALL);
  private static final Pattern AFTER = Pattern.compile("(.*)\\bafter\\b(.*)", Pattern.DOTALL);
  private static final Pattern EQUATION =
      Pattern.compile("(" + NAME + ")\\s*=(?!=)\\s*(.+)", Pattern.DOTALL);
  private static final Set<String> OPTIONS = Set.of("priority", "persistent", "t0", "fromTrigger");

  private final Draft draft;

  ProcessReader(Draft draft) {
    this.draft = draft;
  }

  void reaction(Statement statement) {
    Passage passage = statement.passage();
    Matcher reaction = passage.matcher(REACTION);
    if (!reaction.matches()) {
      throw new IllegalStateException("not a reaction: " + passage.text());
    }
    String id = reaction.group(1) != null ? reaction.group(1) : "_J" + draft.reactions.size();
    if (statement.rate().isEmpty()) {
      draft.problem(passage, "Reaction '" + id + "' has no rate. Maybe 'R: A -> B; k*A'.");
      return;
    }
    var entry =
        new DraftReaction(
            passage,
            participants(passage.group(reaction, 2)),
            participants(passage.group(reaction, 4)),
            statement.rate(),
            reaction.group(3).equals("->"));
    if (draft.reactions.putIfAbsent(id, entry) != null) {
      draft.problem(passage, "Reaction '" + id + "' is defined twice.");
    }
  }

  private List<Participant> participants(Passage side) {
    var found = new ArrayList<Participant>();
    String text = side.text();
    for (int from = 0; from <= text.length() && !side.isEmpty(); ) {
      int plus = text.indexOf('+', from);
      int to = plus < 0 ? text.length() : plus;
      Passage part = side.part(from, to);
      Matcher participant = part.matcher(PARTICIPANT);
      if (participant.matches()) {
        DraftSymbol species = draft.symbol(part.group(participant, 3));
        species.isSpecies = true;
        species.isBoundary |= !participant.group(2).isEmpty();
        String number = participant.group(1);
        found.add(new Participant(species, number == null ? 1 : Double.parseDouble(number)));
      } else {
        draft.problem(
            part, "'" + part.text() + "' is no species with a number before it, such as '2 A'.");
      }
      from = to + 1;
    }
    return found;
  }

  /// Enters `passage` if it is an event, and says whether it is.
  boolean event(Passage passage) {
    Matcher event = passage.matcher(EVENT);
    if (!event.matches()) {
      return false;
    }
    String id = event.group(1) != null ? event.group(1) : "_E" + draft.events.size();
    Passage content = passage.group(event, 2);
    int colon = Passage.indexOutside(content.text(), ':', 0);
    if (colon < 0) {
      draft.problem(passage, "Event '" + id + "' changes nothing. Maybe 'E: at time > 5: A = 1'.");
      return true;
    }
    List<Passage> head = content.part(0, colon).splitAtCommas();
    Matcher after = head.getFirst().matcher(AFTER);
    boolean delayed = after.matches();
    Passage trigger = delayed ? head.getFirst().group(after, 2) : head.getFirst();
    Optional<Passage> delay =
        delayed ? Optional.of(head.getFirst().group(after, 1)) : Optional.empty();
    var entry =
        new DraftEvent(
            trigger,
            delay,
            options(head.subList(1, head.size())),
            changes(content.from(colon + 1)));
    if (draft.events.putIfAbsent(id, entry) != null) {
      draft.problem(passage, "Event '" + id + "' is defined twice.");
    }
    return true;
  }

  private Map<String, Passage> options(List<Passage> parts) {
    var options = new LinkedHashMap<String, Passage>();
    for (Passage part : parts) {
      Matcher option = part.matcher(EQUATION);
      if (option.matches() && OPTIONS.contains(option.group(1))) {
        options.put(option.group(1), part.group(option, 2));
      } else {
        draft.problem(
            part,
            "'"
                + part.text()
                + "' is no option of an event; they are priority, persistent, t0, fromTrigger.");
      }
    }
    return options;
  }

  private List<DraftChange> changes(Passage passage) {
    var changes = new ArrayList<DraftChange>();
    for (Passage part : passage.splitAtCommas()) {
      Matcher change = part.matcher(EQUATION);
      if (change.matches()) {
        changes.add(new DraftChange(part.group(change, 1), part.group(change, 2)));
      } else {
        draft.problem(part, "'" + part.text() + "' is no change of an event, such as 'A = 1'.");
      }
    }
    return changes;
  }
}
