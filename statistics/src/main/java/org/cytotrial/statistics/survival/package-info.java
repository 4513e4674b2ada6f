/// Time until an event when some patients leave without one. Start at
/// [org.cytotrial.statistics.survival.KaplanMeier#of].
package org.cytotrial.statistics.survival;
