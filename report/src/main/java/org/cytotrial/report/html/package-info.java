/// A report as one HTML page that needs nothing else: no scripts, no fetched assets, one inline
/// style sheet, readable on screen in light and dark, on paper and by ear. The same content gives
/// the same bytes. Start at [org.cytotrial.report.html.HtmlPage].
package org.cytotrial.report.html;
