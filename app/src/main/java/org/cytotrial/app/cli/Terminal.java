package org.cytotrial.app.cli;

import java.io.PrintWriter;

/// Where a command writes: results to `out`, messages to `err`.
record Terminal(PrintWriter out, PrintWriter err) {}
