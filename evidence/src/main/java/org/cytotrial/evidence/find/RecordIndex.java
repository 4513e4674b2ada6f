package org.cytotrial.evidence.find;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;

/// An index of records in a folder, by Apache Lucene: words in English are found in all their
/// forms, and titles count three times. It holds nothing that the records do not, and is made again
/// when they have changed.
public final class RecordIndex {
  private static final String STAMP = "stamp";
  private static final String[] SEARCHED = {"title", "abstract", "author", "journal", "keyword"};
  private static final Map<String, Float> WEIGHTS =
      Map.of("title", 3f, "abstract", 1f, "author", 2f, "journal", 1f, "keyword", 1f);

  /// Kept, because a logger that nobody holds forgets its level. Lucene warns of instructions that
  /// would make it faster, which a few thousand records do not need.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private final Path folder;

  /// An index in a folder, which need not be there.
  public RecordIndex(Path folder) {
    this.folder = folder;
    LUCENE.setLevel(Level.SEVERE);
  }

  /// A record that was found; the higher the score, the better it fits.
  public record Hit(String id, double score) {}

  /// Supplies the records when the index must be made.
  @FunctionalInterface
  public interface Records {
    List<BibliographicRecord> read() throws IOException;
  }

  /// Finds records.
  ///
  /// @param stamp of the records; an index with another one is made again
  /// @param query words, all of which must stand in a record; also `title:word`, `"a phrase"`, OR,
  ///   NOT, `word*`
  /// @throws IllegalArgumentException if the query cannot be read
  public List<Hit> search(String stamp, Records records, String query, int most)
      throws IOException {
    try (Directory directory = new NIOFSDirectory(folder)) {
      if (!isCurrent(directory, stamp)) {
        build(directory, stamp, records.read());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        var searcher = new IndexSearcher(reader);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(parse(query), Math.max(1, most)).scoreDocs) {
          String id = searcher.storedFields().document(found.doc).get("id");
          hits.add(new Hit(id == null ? "" : id, found.score));
        }
        return hits;
      }
    }
  }

  private static boolean isCurrent(Directory directory, String stamp) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return stamp.equals(reader.getIndexCommit().getUserData().get(STAMP));
    }
  }

  private static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(
        new EnglishAnalyzer(),
        Map.of(
            "id",
            new KeywordAnalyzer(),
            "doi",
            new KeywordAnalyzer(),
            "pmid",
            new KeywordAnalyzer(),
            "year",
            new KeywordAnalyzer()));
  }

  private static void build(Directory directory, String stamp, List<BibliographicRecord> records)
      throws IOException {
    var config = new IndexWriterConfig(analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (BibliographicRecord record : records) {
        writer.addDocument(document(record));
      }
      writer.setLiveCommitData(Map.of(STAMP, stamp).entrySet());
      writer.commit();
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(
          "Another cytotrial is making the index. Try again in a moment.", e);
    }
  }

  private static Document document(BibliographicRecord r) {
    var document = new Document();
    document.add(new StringField("id", r.id(), Store.YES));
    document.add(new StringField("year", r.text(Field.YEAR), Store.NO));
    document.add(new StringField("doi", r.text(Field.DOI), Store.NO));
    document.add(new StringField("pmid", r.text(Field.PMID), Store.NO));
    document.add(new TextField("title", r.title(), Store.NO));
    document.add(new TextField("abstract", r.text(Field.ABSTRACT), Store.NO));
    document.add(new TextField("journal", r.container(), Store.NO));
    document.add(
        new TextField(
            "author",
            r.authors().stream().map(Author::toString).collect(Collectors.joining("; ")),
            Store.NO));
    document.add(new TextField("keyword", String.join("; ", r.keywords()), Store.NO));
    return document;
  }

  private static Query parse(String query) {
    var parser = new MultiFieldQueryParser(SEARCHED, analyzer(), WEIGHTS);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    try {
      return parser.parse(query);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "The query '"
              + query
              + "' cannot be read. Maybe put it in quotes, as in '\"IL-2: a phrase\"'; fields are"
              + " title:, abstract:, author:, journal:, keyword:, year:, doi:, pmid:.",
          e);
    }
  }
}
