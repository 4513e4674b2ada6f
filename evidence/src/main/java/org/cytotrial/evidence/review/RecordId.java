package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytotrial.evidence.log.Hash;
import org.cytotrial.evidence.records.BibliographicRecord;

/// Names the records of one file by their source and content: the same record read again has the
/// same name, and the same record twice in one file has two.
final class RecordId {
  private static final int DIGITS = 12;

  private final String source;
  private final Map<String, Integer> met = new HashMap<>();

  RecordId(String source) {
    this.source = source.toLowerCase(Locale.ROOT);
  }

  String of(BibliographicRecord record) {
    List<String> parts = new ArrayList<>();
    parts.add(source);
    parts.add(record.type().name());
    record.authors().forEach(a -> parts.add(a.family() + "\u001e" + a.given()));
    record.fields().forEach((field, text) -> parts.add(field + "\u001e" + text));
    parts.addAll(record.keywords());
    String content = Hash.of(String.join("\u001f", parts));
    int times = met.merge(content, 1, Integer::sum);
    String whole = times == 1 ? content : Hash.of(content + times);
    return "r" + whole.substring(0, DIGITS);
  }
}
