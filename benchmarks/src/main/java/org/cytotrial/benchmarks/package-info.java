/// What is measured by command, because it takes too long or says too little for a unit test.
@org.jspecify.annotations.NullMarked
package org.cytotrial.benchmarks;
