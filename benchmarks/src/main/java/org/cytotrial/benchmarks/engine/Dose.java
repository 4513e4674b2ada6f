package org.cytotrial.benchmarks.engine;

/// What was added to a state on a day.
record Dose(double day, int state, double amount) {}
