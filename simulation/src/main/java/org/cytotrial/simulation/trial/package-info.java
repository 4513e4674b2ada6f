/// x
package org.cytotrial.simulation.trial;
