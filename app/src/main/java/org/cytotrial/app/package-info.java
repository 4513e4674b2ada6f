/// Where the program starts: [org.cytotrial.app.Main].
package org.cytotrial.app;
