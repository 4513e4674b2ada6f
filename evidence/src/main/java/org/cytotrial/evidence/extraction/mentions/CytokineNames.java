package org.cytotrial.evidence.extraction.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the names of cytokines: families with numbers and Greek letters by a grammar, the others
/// and the products by the vocabulary.
public final class CytokineNames {
  private static final String GAP = "[\\s\\u00a0‐‑–−-]{0,2}";
  private static final String GREEK = "(?:alpha|alfa|beta|gamma|lambda|epsilon|omega|α|β|γ|λ|ε|ω)";
  private static final String BEFORE = "(?<![\\p{L}\\d])(?:r?hu?|r)?";
  private static final String AFTER = "(?![\\p{L}\\d])";
  private static final Pattern INTERLEUKIN =
      Pattern.compile(
          BEFORE
              + "(?:[Ii]nter(?:l|k)eukins?(?:\\s*\\(ILs?\\))?|\\(?(?:IL|Il|il)s?\\)?)"
              + GAP
              + "(\\d{1,2})(?!\\d)([A-Fa-f](?![A-Za-z]))?(Ra)?("
              + GAP
              + GREEK
              + "|[ab](?![A-Za-z]))?(?:p\\d\\d)?"
              + AFTER);
  private static final Pattern RECEPTOR =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:Il|IL)\\d{1,2}(?:r[abg]?\\d?|R[ABG]\\d?|st|I1)|(?:CCR|CXCR|Ccr|Cxcr)\\d{1,2}|(?:Ifn|Tnf|Tgf)[a-z]*r\\d?[a-z]?)"
              + AFTER);
  private static final Pattern INTERFERON =
      Pattern.compile(
          BEFORE
              + "(?:(?:[Tt]ype I{1,3} )?(?:peg|Peg|pegylated"
              + " )?(?:[Ii]nterferons?(?:\\s*\\(IFNs?\\))?|(?:[Pp]eg"
              + GAP
              + "|PEG"
              + GAP
              + ")?\\(?(?:IFN|Ifn)\\)?))(?:"
              + GAP
              + "("
              + GREEK
              + "|g|a|b|A|G|B)(?![A-Za-z])(?:"
              + GAP
              + "(?:\\d[abc]?|n\\d)(?![\\d%]))?)?"
              + AFTER);
  private static final Pattern NECROSIS =
      Pattern.compile(
          BEFORE
              + "(?:[Tt]umou?r necrosis factors?(?:\\s*\\(TNF\\))?|\\(?(?:TNF|Tnf)\\)?)(?:"
              + GAP
              + "("
              + GREEK
              + "|a|b|A)(?![A-Za-z]))?"
              + AFTER);
  private static final Pattern GROWTH =
      Pattern.compile(
          BEFORE
              + "(?:[Tt]ransforming growth factors?(?:\\s*\\(TGF\\))?|\\(?(?:TGF|Tgf)\\)?)"
              + GAP
              + "("
              + GREEK
              + "|b)\\d?"
              + AFTER);
  private static final Pattern COLONY =
      Pattern.compile(
          BEFORE
              + "(?:(?:[Gg]ranulocyte"
              + GAP
              + "(?:[/ -])?"
              + GAP
              + "[Mm]acrophage|[Gg]ranulocyte|[Mm]acrophage)"
              + GAP
              + "[Cc]olony"
              + GAP
              + "[Ss]timulating"
              + GAP
              + "[Ff]actors?|GM"
              + GAP
              + "CSF|G-?CSF|M-CSF)"
              + AFTER);
  private static final Pattern CHEMOKINE =
      Pattern.compile("(?<![\\p{L}\\d])(?:C?CCL|CXCL|CX3CL|XCL|Ccl|Cxcl)\\d{1,2}L?\\d?" + AFTER);
  private static final Pattern NOT_BEHIND =
      Pattern.compile(
          "^(?:[\\s-]*(?:receptors?|R\\b|R[αβγ]|converting|inducible|[Rr]egulatory|response"
              + " element|stimulated gene|type \\w+"
              + " receptor)|-DCs?\\b|-I{1,3}\\b|[-/]?[–-]?\\d{3,})");

  /// A genotype, a phenotype or a gene is no mention of the protein.
  private static final Pattern MARKER =
      Pattern.compile(
          "^(?:[+−-]/[+−-]|[+−](?!\\p{L})|[+−](?=CD|IL|IFN)|[hl][io]\\b|[\\s-]{0,2}(?:genes?|locus|loci|promoters?|mRNA|KO|knockout|reporter|deficient|(?:super)?family)\\b)");

  /// An antibody against it, or a cell called after it, is no mention either.
  private static final Pattern ANTIBODY = Pattern.compile("(?:[Aa]nti[-‐–]|γδ[-‐–])$");

  private final Vocabulary vocabulary;

  /// @param vocabulary the names that follow no grammar
  public CytokineNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The cytokines, their receptors and products that a text names, in its order, without overlaps.
  public List<TermMention> find(String text) {
    List<TermMention> all = new ArrayList<>();
    grammar(text, all);
    vocabulary.find(text).stream()
        .filter(m ->
            switch (m.term().kind()) {
              case CYTOKINE, RECEPTOR, PRODUCT -> true;
              case CANCER, PARTNER, ROUTE, SETTING -> false;
            })
        .forEach(all::add);
    return withoutOverlaps(all).stream()
        .filter(
            m -> !ANTIBODY.matcher(text.substring(Math.max(0, m.start() - 6), m.start())).find())
        .filter(m ->
            !MARKER.matcher(text.substring(m.end(), Math.min(text.length(), m.end() + 20))).find())
        .toList();
  }

  private static void grammar(String text, List<TermMention> all) {
    Matcher m = INTERLEUKIN.matcher(text);
    while (m.find()) {
      add(
          text,
          m,
          "IL-" + Integer.parseInt(m.group(1)) + (m.group(3) == null ? suffix(m.group(2)) : "Ra"),
          all);
    }
    m = INTERFERON.matcher(text);
    while (m.find()) {
      add(text, m, "IFN" + greek(m.group(1)), all);
    }
    m = NECROSIS.matcher(text);
    while (m.find()) {
      add(text, m, "TNF" + (m.group(1) == null ? "-alpha" : greek(m.group(1))), all);
    }
    m = GROWTH.matcher(text);
    while (m.find()) {
      add(text, m, "TGF" + greek(m.group(1)), all);
    }
    m = COLONY.matcher(text);
    while (m.find()) {
      add(text, m, colony(m.group()), all);
    }
    m = CHEMOKINE.matcher(text);
    while (m.find()) {
      add(text, m, m.group().toUpperCase(Locale.ROOT), all);
    }
    m = RECEPTOR.matcher(text);
    while (m.find()) {
      all.add(mention(Term.Kind.RECEPTOR, m.group(), m));
    }
  }

  private static void add(String text, Matcher m, String name, List<TermMention> all) {
    String behind = text.substring(m.end(), Math.min(text.length(), m.end() + 30));
    if (!NOT_BEHIND.matcher(behind).find()) {
      all.add(mention(Term.Kind.CYTOKINE, name, m));
    }
  }

  private static TermMention mention(Term.Kind kind, String name, Matcher m) {
    return new TermMention(new Term(kind, name, name, ""), m.start(), m.end());
  }

  private static String suffix(String letter) {
    return letter == null ? "" : letter.toUpperCase(Locale.ROOT);
  }

  private static String greek(String letter) {
    if (letter == null) {
      return "";
    }
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "alpha", "alfa", "α", "a" -> "-alpha";
      case "beta", "β", "b" -> "-beta";
      case "gamma", "γ", "g" -> "-gamma";
      case "lambda", "λ" -> "-lambda";
      case "epsilon", "ε" -> "-epsilon";
      case "omega", "ω" -> "-omega";
      default -> "";
    };
  }

  private static String colony(String words) {
    String low = words.toLowerCase(Locale.ROOT);
    boolean macrophage = low.contains("macrophage") || low.contains("gm") || low.contains("m-csf");
    boolean granulocyte =
        low.contains("granulocyte")
            || low.contains("g-csf")
            || low.contains("gcsf")
            || low.contains("gm");
    return granulocyte && macrophage ? "GM-CSF" : granulocyte ? "G-CSF" : "M-CSF";
  }

  private static List<TermMention> withoutOverlaps(List<TermMention> all) {
    all.sort(
        Comparator.comparingInt(TermMention::start)
            .thenComparing(Comparator.comparingInt(TermMention::end).reversed())
            .thenComparing(m -> m.term().kind() != Term.Kind.PRODUCT));
    List<TermMention> kept = new ArrayList<>();
    for (TermMention m : all) {
      if (kept.isEmpty() || kept.getLast().end() <= m.start()) {
        kept.add(m);
      }
    }
    return List.copyOf(kept);
  }
}
