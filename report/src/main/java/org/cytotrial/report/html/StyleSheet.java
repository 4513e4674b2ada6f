package org.cytotrial.report.html;

/// The one style sheet of a page: system fonts, a readable width, light and dark by the reader's
/// choice, and paper.
final class StyleSheet {
  static final String TEXT =
      """
      :root { color-scheme: light dark; --ink: #1f2328; --ground: #ffffff; --soft: #59636e; --line: #d1d9e0;
        --tint: #f3f6f9; --link: #005a9c; --accent: #0072b2; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6edf3; --ground: #12161c; --soft: #a3adb8; --line: #3a434d; --tint: #1b222b; --link: #7cc0f2;
          --accent: #56b4e9; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 3rem; color: var(--ink); background: var(--ground);
        font: 1rem/1.55 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
      h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
      h2 { font-size: 1.3rem; margin: 2.25rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
      h3 { font-size: 1.08rem; margin: 1.5rem 0 .4rem; }
      p, ul, dl, pre { margin: .6rem 0; }
      a { color: var(--link); overflow-wrap: anywhere; }
      .subtitle { color: var(--soft); font-size: 1.1rem; margin: 0 0 1rem; }
      nav ol { margin: .4rem 0; padding-left: 1.4rem; }
      .note { border-left: 4px solid var(--accent); background: var(--tint); padding: .6rem .9rem; border-radius: 0 4px 4px 0; }
      figure { margin: 1.2rem 0; }
      figure svg { max-width: 100%; height: auto; display: block; }
      figcaption, caption { color: var(--soft); font-size: .92rem; text-align: left; }
      figcaption { margin-top: .4rem; max-width: 45rem; }
      caption { padding-bottom: .4rem; }
      .wide { overflow-x: auto; margin: 1.2rem 0; }
      table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
      td { white-space: pre-line; }
      th, td { padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
      thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; }
      tbody th { font-weight: 600; min-width: 9rem; }
      table a { overflow-wrap: break-word; }
      .number { text-align: right; white-space: nowrap; }
      thead .number { white-space: normal; }
      dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.2rem; }
      dt { font-weight: 600; }
      dd { margin: 0; overflow-wrap: anywhere; }
      pre { overflow-x: auto; background: var(--tint); padding: .7rem .9rem; border-radius: 4px; font-size: .88rem; }
      footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }
      body.broad { max-width: 82rem; }
      .broad p, .broad ul, .broad dl, .broad .note { max-width: 60rem; }
      .broad table { font-size: .84rem; line-height: 1.4; }
      .broad th, .broad td { padding: .3rem .5rem; }
      .broad tbody th { white-space: pre-line; min-width: 7rem; overflow-wrap: break-word; }
      .broad td { overflow-wrap: break-word; min-width: 2.6rem; }
      .broad pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      a.file { display: inline-block; margin: 0 1.2rem .2rem 0; font-size: .88rem; }
      @page { size: A4; margin: 12mm; }
      @media print {
        :root { --ink: #000000; --ground: #ffffff; --soft: #444444; --line: #bbbbbb; --tint: #ffffff; --link: #000000; }
        body { max-width: none; padding: 0; font-size: 10pt; }
        nav { display: none; }
        .wide { overflow: visible; }
        h2, h3, caption { break-after: avoid; }
        figure, tr, .note { break-inside: avoid; }
        figure svg { max-height: 24cm; }
        .broad table { font-size: 7pt; line-height: 1.3; width: 100%; }
        .broad th, .broad td { padding: 1.5pt 3pt; min-width: 0; }
        .broad tbody th { min-width: 0; }
        .broad .number { white-space: normal; }
        a.file { color: var(--soft); font-size: 7pt; }
        thead { display: table-header-group; } }
      """;

  private StyleSheet() {}
}
