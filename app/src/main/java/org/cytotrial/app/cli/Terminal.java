package org.cytotrial.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;

/// Where a command reads answers, and where it writes: results to `out`, messages to `err`.
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err) {}
