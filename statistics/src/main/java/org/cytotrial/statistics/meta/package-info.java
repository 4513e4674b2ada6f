/// Pooling the results of studies: effects from counts, means, rates and proportions; common- and
/// random-effects models, regression on moderators, and checks for bias. Conventions are those of
/// the R package metafor (Viechtbauer 2010, doi:10.18637/jss.v036.i03). Start at
/// [org.cytotrial.statistics.meta.RandomEffects#fit].
package org.cytotrial.statistics.meta;
