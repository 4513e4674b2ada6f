/// What is given to patients and what was published about it: products, arms of published trials,
/// indications.
package org.cytotrial.domain.clinical;
