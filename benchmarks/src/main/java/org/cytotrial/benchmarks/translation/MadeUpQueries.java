package org.cytotrial.benchmarks.translation;

import java.util.List;
import org.cytotrial.evidence.search.Syntax;

/// Invented queries, each for a construct of its own, that find something in a general sample.
final class MadeUpQueries {
  private static final List<String> PUBMED =
      List.of(
          "interleukin*[tiab] AND (cancer*[tiab] OR tumour*[tiab] OR tumor*[tiab])",
          "\"blood pressure\"[tiab] NOT female[mh:noexp]",
          "humans[mh] AND female[mh] AND 2000/03:2000/09[dp]",
          "\"Neoplasms/drug therapy\"[mh] OR \"Neoplasms/therapy\"[majr:noexp]",
          "\"treatment patients\"[tiab:~3]",
          "randomized controlled trial[pt] AND english[la] NOT pregnan*[tiab]",
          "smith[au] OR \"J Biol Chem\"[ta]",
          "metabolism[sh] AND rats[mh] NOT review[pt]",
          "heart failure[ti] OR cancer*[ti] AND survival[tiab]",
          "(\"2000/06/01\"[Date - Entry] : \"3000\"[Date - Entry]) AND therapy[tiab]");
  private static final List<String> OVID =
      List.of(
          "((cancer* or tumo?r$) adj3 (growth or cell?)).ti,ab.",
          "exp *Breast Neoplasms/dt,th or exp Mice/",
          "1. wom#n.ab.\n2. m?n.ab.\n3. 1 or 2\n4. limit 3 to yr=\"1998 -2000\"",
          "(animals not (humans and animals)).sh.",
          "randomi?ed.ti,ab. or placebo.ab. or drug therapy.fs.",
          "1. diabet$.ti.\n2. (blood adj5 glucose).ab.\n3. or/1-2\n4. exp Female/\n5. 3 not 4",
          "(quality adj2 life).tw. and english.lg.",
          "1. trial$1.tw.\n2. limit 1 to (english language and humans)",
          "patients.ab. /freq=3",
          "\"journal article\".pt. and 1999:2000.(sa_year). not adult*.ti,ab.");

  private MadeUpQueries() {}

  static List<PrintedStrategies> all() {
    return java.util.stream.Stream.concat(
            PUBMED.stream().map(q -> new PrintedStrategies("made up", q, Syntax.PUBMED)),
            OVID.stream().map(q -> new PrintedStrategies("made up", q, Syntax.OVID)))
        .toList();
  }
}
