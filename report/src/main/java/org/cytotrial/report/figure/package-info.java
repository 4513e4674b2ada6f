/// Figures of a trial as SVG text, 720 px wide: the same input gives the same bytes.
///
/// Each figure is a record of plain data with one verb, `svg()`; start at
/// [org.cytotrial.report.figure.KaplanMeierFigure]. Only presentation attributes are used, so that
/// an SVG also works alone and in converters; a white ground keeps it readable on dark pages;
/// colours are those of Okabe & Ito (2008), which colour-blind readers can tell apart, and lines
/// differ in their dashes too. `<title>` and `<desc>` say in words what is to be seen.
package org.cytotrial.report.figure;
