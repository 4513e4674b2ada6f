/// Many independent runs. [org.cytotrial.engine.ensemble.Runner] is the one seam for parallelism:
/// it maps a task over patients, on the threads of this machine; nothing else knows threads or
/// clusters.
package org.cytotrial.engine.ensemble;
