/// One class per command. A command reads its arguments, calls the library and the simulation, and
/// writes; it computes nothing.
package org.cytotrial.app.cli;
