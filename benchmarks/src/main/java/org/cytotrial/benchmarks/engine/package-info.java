/// The engine side by side with SUNDIALS CVODE: time at equal achieved error.
package org.cytotrial.benchmarks.engine;
