package org.cytotrial.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytotrial.domain.clinical.Indication;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.network.Model;

/// What ships with the program. Each part is read and checked when it is first asked for; a library
/// never changes and may be shared between threads.
public final class Library {
  private static final String REFERENCE = "reference/reference.ant";

  private final Lazy<Ledger> ledger =
      new Lazy<>(() -> LedgerReader.read(Resources.read("ledger.csv"), "ledger.csv"));
  private final Lazy<ReferenceFiles> reference = new Lazy<>(this::checkedReference);
  private final Lazy<List<Product>> products =
      new Lazy<>(() -> ProductReader.read(Resources.read("products.csv"), "products.csv"));
  private final Lazy<List<Indication>> indications = new Lazy<>(Library::readIndications);
  private final Lazy<List<PublishedArm>> arms;
  private final Lazy<List<EvidenceTable>> tables =
      new Lazy<>(
          () -> List.of("pk", "receptor", "dynamics").stream().map(EvidenceTable::read).toList());
  private final Lazy<Map<String, String>> fitted = new Lazy<>(Library::readFitted);
  private final Lazy<List<String>> studies = new Lazy<>(Library::readStudies);

  private Library(List<PublishedArm> published) {
    this.arms = new Lazy<>(() -> withPublished(shipped(), published));
  }

  /// A study of the library.
  ///
  /// @param file for messages, such as `studies/hd-il2-melanoma.yaml`
  public record StudyText(String name, String file, String text) {}

  public static Library load() {
    return new Library(List.of());
  }

  /// The library with arms that reviews have published beside those that ship.
  ///
  /// @param published an arm that ships may be among them, with the same outcomes; it is not listed
  ///   twice
  public static Library load(List<PublishedArm> published) {
    return new Library(List.copyOf(published));
  }

  private static List<PublishedArm> shipped() {
    return ArmReader.read(Resources.read("evidence/trials.csv"), "evidence/trials.csv");
  }

  private static List<PublishedArm> withPublished(
      List<PublishedArm> shipped, List<PublishedArm> published) {
    var all = new LinkedHashMap<String, PublishedArm>();
    shipped.forEach(arm -> all.put(arm.shortId(), arm));
    published.forEach(arm -> all.putIfAbsent(arm.shortId(), arm));
    return List.copyOf(all.values());
  }

  /// The reference model, with initial assignments for the start of the burn-in. Its constants
  /// agree with [#ledger()].
  ///
  /// @throws LibraryException naming every constant whose value or unit differs between model and
  ///   ledger
  public Model referenceModel() {
    return reference.get().model();
  }

  /// Where the constants of the reference model come from, how they vary, and the rows of
  /// engineered cytokines.
  public Ledger ledger() {
    return ledger.get();
  }

  /// The constant called `id`.
  ///
  /// @throws IllegalArgumentException naming constants with a like id
  public LedgerEntry parameter(String id) {
    return named("parameter", id, ledger().entries(), LedgerEntry::id);
  }

  public List<Product> products() {
    return products.get();
  }

  /// The product called `name`.
  ///
  /// @throws IllegalArgumentException naming products with a like name
  public Product product(String name) {
    return named("product", name, products(), Product::name);
  }

  public List<Indication> indications() {
    return indications.get();
  }

  /// The indication called `name`.
  ///
  /// @throws IllegalArgumentException naming indications with a like name
  public Indication indication(String name) {
    return named("indication", name, indications(), Indication::name);
  }

  /// Arms of published trials: those that ship, then those that reviews published. They calibrate;
  /// the arms that score the program are kept elsewhere.
  public List<PublishedArm> evidence() {
    return arms.get();
  }

  /// The published arm called `shortId`, such as `CM067_NIVO`.
  ///
  /// @throws IllegalArgumentException naming arms with a like name
  public PublishedArm publishedArm(String shortId) {
    return named("published arm", shortId, evidence(), PublishedArm::shortId);
  }

  /// Published arms that parameters of the reference model were set with a look at, and which
  /// outcomes of theirs. Agreement with them proves nothing.
  public Map<String, String> fittedArms() {
    return fitted.get();
  }

  /// Pharmacokinetics, receptor affinities and kinetics, as tables of text.
  public List<EvidenceTable> evidenceTables() {
    return tables.get();
  }

  /// The names of the studies that ship.
  public List<String> studies() {
    return studies.get();
  }

  /// The study called `name`.
  ///
  /// @throws IllegalArgumentException naming studies with a like name
  public StudyText study(String name) {
    String known = named("study", name, studies(), Function.identity());
    String file = "studies/" + known + ".yaml";
    return new StudyText(known, file, Resources.read(file));
  }

  /// The texts that the reference model and its constants are read from, by file name, so that a
  /// result can name what it rests on.
  public SequencedMap<String, String> referenceTexts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("ledger.csv", Resources.read("ledger.csv"));
    texts.putAll(reference.get().texts());
    return texts;
  }

  /// The reference model, and the texts of its files in the order in which they were read.
  private record ReferenceFiles(Model model, SequencedMap<String, String> texts) {}

  private ReferenceFiles checkedReference() {
    var texts = new LinkedHashMap<String, String>();
    Model model =
        AntimonyReader.read(
            REFERENCE,
            file -> {
              Optional<String> text = Resources.find(file);
              text.ifPresent(t -> texts.put(file, t));
              return text;
            });
    List<String> problems = ModelLedgerCheck.disagreements(model, ledger());
    if (!problems.isEmpty()) {
      throw new LibraryException(problems);
    }
    return new ReferenceFiles(model, texts);
  }

  private static List<Indication> readIndications() {
    String file = "indications.csv";
    return new CsvTable(file, Resources.read(file))
        .read(
            List.of("name", "population", "first_visit", "citation"),
            row ->
                new Indication(
                    row.text("name"),
                    row.text("population"),
                    row.text("first_visit"),
                    row.text("citation")));
  }

  private static Map<String, String> readFitted() {
    String file = "fitted.csv";
    return new CsvTable(file, Resources.read(file))
            .read(
                List.of("short_id", "fitted_to", "source"),
                row -> Map.entry(row.text("short_id"), row.text("fitted_to")))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> readStudies() {
    return Resources.read("studies/index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.replaceFirst("\\.yaml$", ""))
        .toList();
  }

  private static <T> T named(String kind, String name, List<T> all, Function<T, String> nameOf) {
    return all.stream()
        .filter(item -> nameOf.apply(item).equals(name))
        .findFirst()
        .orElseThrow(() -> NearNames.unknown(kind, name, all.stream().map(nameOf).toList()));
  }
}
