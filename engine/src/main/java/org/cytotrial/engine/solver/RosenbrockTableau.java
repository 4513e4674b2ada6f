package org.cytotrial.engine.solver;

/// Coefficients of a Rosenbrock method in the transformed variables of Hairer & Wanner II, section
/// IV.7: stages k_i solve (I/(h gamma) - J) k_i = f(t + alpha_i h, y + sum a_ij k_j) + sum (c_ij/h)
/// k_j + h d_i df/dt.
///
/// The last three stages add the stage before to the same sum, so that y + sum a_8j k_j + k_8 is
/// the result and k_8 its error. Dense output: y(t + th) = (1-t) y0 + t (y1 + (1-t)(K1 + t (K2 + t
/// K3))), K_m = sum h_mj k_j.
@SuppressWarnings("ArrayRecordComponent") // a constant, never compared or written
public record RosenbrockTableau(
    double gamma, double[][] a, double[][] c, double[] alpha, double[] d, double[][] dense) {
  public int stages() {
    return alpha.length;
  }
}
