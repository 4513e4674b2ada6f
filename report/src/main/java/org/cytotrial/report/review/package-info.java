/// The report of a review: one HTML page with every table and figure, and the same tables as files.
/// Start at [org.cytotrial.report.review.ReviewReport].
package org.cytotrial.report.review;
