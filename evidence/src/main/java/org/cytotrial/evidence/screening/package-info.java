/// Which record a screener should read next, and when to stop.
///
/// Start at [ScreeningModel]. Texts become sparse rows of words and pairs of words ([TextRows]); a
/// linear model over them is brought up to date after every label ([SquaredHinge]); the record with
/// the highest score is next. [StoppingRule] says what share of the relevant records has been
/// found, with a confidence.
package org.cytotrial.evidence.screening;
