package org.cytotrial.evidence.review;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.dedupe.Deduplication;
import org.cytotrial.evidence.dedupe.Deduplication.UnsurePair;
import org.cytotrial.evidence.dedupe.Deduplicator;
import org.cytotrial.evidence.dedupe.GroupsCsv;
import org.cytotrial.evidence.find.RecordIndex;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.linking.LinkSuggestions;
import org.cytotrial.evidence.linking.LinkSuggestions.Suggestion;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionLog;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Hash;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.protocol.ProtocolReader;
import org.cytotrial.evidence.protocol.ProtocolTemplate;
import org.cytotrial.evidence.protocol.ReviewProtocol;

/// A review: a folder of plain files. Its methods are the steps, in the order in which they are
/// taken; nothing is kept that cannot be computed again, but for `groups.csv`, which says so itself
/// when it is out of date.
public final class Review {
  private static final String GROUPS = "groups.csv";

  private final Path folder;
  private final Clock clock;
  private final ReviewProtocol protocol;

  private Review(Path folder, Clock clock, ReviewProtocol protocol) {
    this.folder = folder;
    this.clock = clock;
    this.protocol = protocol;
  }

  /// Begins a review: a folder with a protocol to be filled in.
  ///
  /// @throws FileAlreadyExistsException if there is something already
  public static Path begin(String nameOrPath, Optional<String> from, Optional<String> to)
      throws IOException {
    Path folder = folder(nameOrPath);
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "nothing is overwritten; choose another name");
    }
    Files.createDirectories(folder.resolve("decisions"));
    Files.writeString(folder.resolve(".gitignore"), ".index/\n*.lock\n*.torn\n");
    Files.writeString(folder.resolve(".gitattributes"), "*.jsonl -text merge=union\n");
    String name = String.valueOf(folder.toAbsolutePath().getFileName());
    Files.writeString(folder.resolve("protocol.yaml"), ProtocolTemplate.text(name, from, to));
    return folder;
  }

  /// Opens a review by its path, or by its name under `reviews/`.
  public static Review open(String nameOrPath, Clock clock) throws IOException {
    Path folder = folder(nameOrPath);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          folder.toString(), null, "no such review; 'cytotrial review new NAME' begins one");
    }
    return new Review(folder, clock, ProtocolReader.read(folder.resolve("protocol.yaml")));
  }

  private static Path folder(String nameOrPath) {
    Path path = Path.of(nameOrPath);
    return path.getNameCount() > 1 || path.isAbsolute() || Files.isDirectory(path)
        ? path
        : Path.of("reviews").resolve(nameOrPath);
  }

  public Path folder() {
    return folder;
  }

  public ReviewProtocol protocol() {
    return protocol;
  }

  /// Imports a file. Where the records come from is said, or guessed from the format and the name.
  public ImportOutcome importFile(Path file, Optional<String> source) throws IOException {
    String from = source.map(this::knownSource).orElseGet(() -> SourceGuess.of(file, protocol));
    return new RecordImport(folder, LocalDate.now(clock)).read(file, from);
  }

  private String knownSource(String wanted) {
    return protocol
        .source(wanted)
        .map(ReviewProtocol.Source::name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The protocol has no source '"
                    + wanted
                    + "'; it has "
                    + String.join(", ", protocol.sources().stream().map(s -> s.name()).toList())
                    + ". Add it under 'sources' in "
                    + folder.resolve("protocol.yaml")
                    + "."));
  }

  public RecordStore records() throws IOException {
    return RecordStore.read(folder.resolve("records.jsonl"));
  }

  /// Groups the records by document and keeps the groups, with the reason of each, in `groups.csv`.
  public Deduplication deduplicate() throws IOException {
    var deduplicator = new Deduplicator();
    records().records().forEach(r -> deduplicator.add(r.record()));
    Deduplication found = deduplicator.run();
    replace(GROUPS, GroupsCsv.groups(found));
    replace("unsure.csv", GroupsCsv.unsure(found));
    return found;
  }

  private void replace(String name, String text) throws IOException {
    Path draft = folder.resolve("." + name + "-" + ProcessHandle.current().pid());
    Files.writeString(draft, text);
    Files.move(
        draft,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Records that hold words; the index is made when there is none for the records as they are.
  ///
  /// @throws IllegalArgumentException if the query cannot be read
  public List<ImportedRecord> find(String query, int most) throws IOException {
    List<ImportedRecord> all = records().records();
    Map<String, ImportedRecord> byId = new HashMap<>();
    all.forEach(r -> byId.put(r.id(), r));
    String stamp = Hash.of(String.join(",", byId.keySet().stream().sorted().toList()));
    return new RecordIndex(folder.resolve(".index"))
            .search(stamp, () -> all.stream().map(ImportedRecord::record).toList(), query, most)
            .stream()
            .flatMap(hit -> Optional.ofNullable(byId.get(hit.id())).stream())
            .toList();
  }

  public DecisionLog log() throws IOException {
    return DecisionLog.read(folder.resolve("decisions"));
  }

  /// Takes a person's log for writing.
  public DecisionWriter writer(String person) throws IOException {
    return DecisionWriter.open(folder.resolve("decisions"), person, clock);
  }

  /// Everything read at one moment.
  public ReviewState state() throws IOException {
    RecordStore records = records();
    DecisionLog log = log();
    Map<String, Integer> groups = groups();
    Papers papers = Papers.of(records.records(), groups, log.standing(Stage.DEDUPE));
    long unlooked = records.records().stream().filter(r -> !groups.containsKey(r.id())).count();
    return new ReviewState(protocol, records, log, papers, (int) unlooked);
  }

  /// Who screened what at a stage.
  ///
  /// @param stage title or full text
  public static ScreeningStage screening(ReviewState state, Stage stage) {
    return ScreeningStage.of(state, stage);
  }

  /// How far screeners agree at a stage.
  public static List<ScreenerAgreement> agreement(ReviewState state, Stage stage) {
    return ScreenerAgreement.of(state, stage);
  }

  public static Retrieval retrieval(ReviewState state) {
    return Retrieval.of(state);
  }

  /// Which papers report one study.
  public static Studies studies(ReviewState state) {
    return Studies.of(state);
  }

  /// Reports that passed the titles and may be of one trial, where nobody has said yes or no.
  public static List<Suggestion> suggestions(ReviewState state) {
    ScreeningStage titles = ScreeningStage.of(state, Stage.TITLE);
    ScreeningStage texts = ScreeningStage.of(state, Stage.FULLTEXT);
    Studies studies = Studies.of(state);
    List<Decision> refused =
        state.log().standing(Stage.LINK).stream()
            .filter(d -> d.choice() == Choice.DIFFERENT)
            .toList();
    Papers papers = state.papers();
    return LinkSuggestions.among(
            papers.all().stream()
                .filter(p -> titles.of(p).state() == Verdict.State.INCLUDED)
                .filter(p -> texts.of(p).state() != Verdict.State.EXCLUDED)
                .map(Paper::merged)
                .toList())
        .stream()
        .filter(s -> !studies.areOne(papers.require(s.first()), papers.require(s.second())))
        .filter(s -> refused.stream().noneMatch(d -> isAbout(d, s.first(), s.second())))
        .toList();
  }

  /// The papers that passed both stages.
  public static List<Paper> included(ReviewState state) {
    return FlowCount.included(state);
  }

  /// The numbers of the flow diagram.
  public static FlowDiagram flow(ReviewState state) {
    return FlowCount.of(state);
  }

  private Map<String, Integer> groups() throws IOException {
    Path file = folder.resolve(GROUPS);
    Map<String, Integer> groups = new HashMap<>();
    if (!Files.exists(file)) {
      return groups;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] cells = line.split(",", 3);
      if (number > 1) {
        if (cells.length < 2 || !cells[1].matches("\\d{1,9}")) {
          throw new IllegalArgumentException(
              "%s:%d: '%s' is not record_id,group,reason. Run 'cytotrial review dedupe' again."
                  .formatted(file, number, line));
        }
        groups.put(cells[0], Integer.valueOf(cells[1]));
      }
    }
    return groups;
  }

  /// The pairs that the rules left to a person and that nobody has answered.
  public static List<UnsurePair> open(Deduplication found, ReviewState state) {
    List<UnsurePair> open = new ArrayList<>();
    List<Decision> answers = state.log().standing(Stage.DEDUPE);
    for (UnsurePair pair : found.unsure()) {
      boolean together = state.papers().of(pair.first()).equals(state.papers().of(pair.second()));
      boolean answered =
          answers.stream()
              .anyMatch(
                  d -> d.choice() != Choice.UNSURE && isAbout(d, pair.first(), pair.second()));
      if (!together && !answered) {
        open.add(pair);
      }
    }
    return open;
  }

  private static boolean isAbout(Decision d, String first, String second) {
    return (d.record().equals(first) && d.with().contains(second))
        || (d.record().equals(second) && d.with().contains(first));
  }
}
