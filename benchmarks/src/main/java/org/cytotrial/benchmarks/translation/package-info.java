/// What the search translation is measured by. Start at [TranslationBenchmark].
@org.jspecify.annotations.NullMarked
package org.cytotrial.benchmarks.translation;
