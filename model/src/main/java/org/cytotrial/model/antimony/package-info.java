/// Antimony, the text form of a reaction network (doi:10.1093/bioinformatics/btp401), in the subset
/// that describes one flat model. Start at [org.cytotrial.model.antimony.AntimonyReader] and
/// [org.cytotrial.model.antimony.AntimonyWriter].
///
/// What the subset leaves out (submodels, DNA strands, interactions, constraints, distributions) is
/// refused by name, never skipped.
package org.cytotrial.model.antimony;
