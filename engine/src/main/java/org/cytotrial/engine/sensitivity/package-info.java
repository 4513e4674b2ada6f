/// How much a solution changes with its parameters: the variational equations, integrated beside
/// the model's own.
package org.cytotrial.engine.sensitivity;
