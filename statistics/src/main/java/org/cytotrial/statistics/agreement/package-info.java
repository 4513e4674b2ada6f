/// How far two raters agree beyond chance. Start at [RatingTable].
package org.cytotrial.statistics.agreement;
