/// Tumour response by RECIST 1.1 (Eisenhauer et al. 2009, doi:10.1016/j.ejca.2008.10.026), read off
/// the model's sum of longest diameters at planned visits.
package org.cytotrial.simulation.response;
