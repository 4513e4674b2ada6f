/// Screening against the labelled sets in `review/screening`.
package org.cytotrial.benchmarks.screening;
