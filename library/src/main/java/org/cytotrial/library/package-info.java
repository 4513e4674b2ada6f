/// What ships with the program: the reference model as text, the ledger of its constants, products,
/// indications, published evidence, studies. Start at [org.cytotrial.library.Library#load].
package org.cytotrial.library;
