/// Results of either half as self-contained HTML and SVG; draws and lays out, computes nothing.
@org.jspecify.annotations.NullMarked
module org.cytotrial.report {
  requires static transitive org.jspecify;
  requires transitive org.cytotrial.evidence;
  requires transitive org.cytotrial.simulation;
  requires transitive org.cytotrial.statistics;
  requires de.siegmar.fastcsv;

  exports org.cytotrial.report.figure;
  exports org.cytotrial.report.html;
  exports org.cytotrial.report.review;
  exports org.cytotrial.report.trial;
}
