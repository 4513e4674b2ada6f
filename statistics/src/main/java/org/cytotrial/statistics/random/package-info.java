/// Chance as streams with names. Start at [org.cytotrial.statistics.random.Seed#stream]: a study's
/// seed, a patient and a purpose ("growth rate") give one stream of numbers, the same for any
/// order, number of threads, machine or platform.
package org.cytotrial.statistics.random;
