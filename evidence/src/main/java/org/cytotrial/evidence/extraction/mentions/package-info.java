/// Names of cytokines, products, cancers, partners, routes and settings in a text.
///
/// Start at [CytokineNames] and [Vocabulary]; the table is a resource of our own making.
package org.cytotrial.evidence.extraction.mentions;
