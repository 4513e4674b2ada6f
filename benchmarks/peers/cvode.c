/* Runs a workload (a model's patients with their doses) with SUNDIALS CVODE, one patient after another.
 *
 *   cvode WORKLOAD dense|klu|dq RTOL RESULT
 *
 * Compiled together with the model's equations. Every dose is a stop and a restart, as the solver's
 * documentation asks for at a discontinuity; between doses, results are taken by its own interpolation.
 * Prints: CPU seconds of the integrations, steps, and patients that failed. RESULT gets the states of
 * all patients at all times as doubles; NaN where a patient failed. */
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sundials/sundials_types.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

extern const int STATES, PARAMETERS, PREPARED, ENTRIES, ENTRY_ROW[], ENTRY_COLUMN[];
void prepare(const double *p, double *w);
void derivative(double t, const double *y, const double *p, const double *w, double *f);
void linearise(double t, const double *y, const double *p, const double *w, double *fj);

typedef struct {
  double *p, *w, *fj;
  /* place of each entry in the sparse matrix, whose pattern has the whole diagonal too */
  int *place, *starts, *rows;
  int entries;
} Model;

static int rhs(double t, N_Vector y, N_Vector f, void *data) {
  Model *m = data;
  derivative(t, N_VGetArrayPointer(y), m->p, m->w, N_VGetArrayPointer(f));
  return 0;
}

static int dense_jacobian(double t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy; (void)a; (void)b; (void)c;
  Model *m = data;
  linearise(t, N_VGetArrayPointer(y), m->p, m->w, m->fj);
  for (int e = 0; e < ENTRIES; e++) SM_ELEMENT_D(J, ENTRY_ROW[e], ENTRY_COLUMN[e]) = m->fj[STATES + e];
  return 0;
}

static int sparse_jacobian(double t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy; (void)a; (void)b; (void)c;
  Model *m = data;
  linearise(t, N_VGetArrayPointer(y), m->p, m->w, m->fj);
  double *x = SM_DATA_S(J);
  memcpy(SM_INDEXPTRS_S(J), m->starts, sizeof(int) * (STATES + 1));
  memcpy(SM_INDEXVALS_S(J), m->rows, sizeof(int) * m->entries);
  memset(x, 0, sizeof(double) * m->entries);
  for (int e = 0; e < ENTRIES; e++) x[m->place[e]] = m->fj[STATES + e];
  return 0;
}

static void find_pattern(Model *m) {
  char *is_there = calloc((size_t)STATES * STATES, 1);
  int *number = malloc(sizeof(int) * STATES * STATES);
  for (int e = 0; e < ENTRIES; e++) is_there[ENTRY_COLUMN[e] * STATES + ENTRY_ROW[e]] = 1;
  for (int i = 0; i < STATES; i++) is_there[i * STATES + i] = 1;
  m->starts = malloc(sizeof(int) * (STATES + 1));
  m->rows = malloc(sizeof(int) * STATES * STATES);
  m->place = malloc(sizeof(int) * ENTRIES);
  m->entries = 0;
  for (int column = 0; column < STATES; column++) {
    m->starts[column] = m->entries;
    for (int row = 0; row < STATES; row++) {
      if (is_there[column * STATES + row]) {
        number[column * STATES + row] = m->entries;
        m->rows[m->entries++] = row;
      }
    }
  }
  m->starts[STATES] = m->entries;
  for (int e = 0; e < ENTRIES; e++) m->place[e] = number[ENTRY_COLUMN[e] * STATES + ENTRY_ROW[e]];
  free(is_there);
  free(number);
}

static void fail(const char *what) {
  fprintf(stderr, "cvode: %s\n", what);
  exit(1);
}

static void read_all(void *to, size_t size, size_t count, FILE *file) {
  if (fread(to, size, count, file) != count) fail("the workload ends too early");
}

static double cpu_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

typedef struct {
  double *p, *y;
  int doses;
  double *times, *amounts;
  int *targets;
} Patient;

int main(int argc, char **argv) {
  if (argc != 5) fail("usage: cvode WORKLOAD dense|klu|dq RTOL RESULT");
  FILE *in = fopen(argv[1], "rb");
  if (!in) fail("the workload cannot be read");
  int32_t head[4];
  read_all(head, sizeof(int32_t), 4, in);
  int patients = head[0], looks = head[3];
  if (head[1] != STATES || head[2] != PARAMETERS) fail("the workload is of another model");
  double *times = malloc(sizeof(double) * looks), *floors = malloc(sizeof(double) * STATES);
  read_all(times, sizeof(double), looks, in);
  read_all(floors, sizeof(double), STATES, in);
  Patient *all = malloc(sizeof(Patient) * patients);
  for (int i = 0; i < patients; i++) {
    Patient *one = &all[i];
    one->p = malloc(sizeof(double) * PARAMETERS);
    one->y = malloc(sizeof(double) * STATES);
    read_all(one->p, sizeof(double), PARAMETERS, in);
    read_all(one->y, sizeof(double), STATES, in);
    int32_t doses;
    read_all(&doses, sizeof doses, 1, in);
    one->doses = doses;
    one->times = malloc(sizeof(double) * (doses + 1));
    one->amounts = malloc(sizeof(double) * (doses + 1));
    one->targets = malloc(sizeof(int) * (doses + 1));
    for (int d = 0; d < doses; d++) {
      int32_t target;
      read_all(&one->times[d], sizeof(double), 1, in);
      read_all(&one->amounts[d], sizeof(double), 1, in);
      read_all(&target, sizeof target, 1, in);
      one->targets[d] = target;
    }
    one->times[doses] = INFINITY;
  }
  fclose(in);

  double rtol = atof(argv[3]);
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(STATES, context), atol = N_VNew_Serial(STATES, context);
  for (int i = 0; i < STATES; i++) NV_Ith_S(atol, i) = rtol * floors[i];
  Model model = {.w = malloc(sizeof(double) * (PREPARED + 1)), .fj = malloc(sizeof(double) * (STATES + ENTRIES))};
  find_pattern(&model);
  void *cvode = CVodeCreate(CV_BDF, context);
  memcpy(NV_DATA_S(y), all[0].y, sizeof(double) * STATES);
  CVodeInit(cvode, rhs, 0, y);
  CVodeSVtolerances(cvode, rtol, atol);
  CVodeSetUserData(cvode, &model);
  CVodeSetMaxNumSteps(cvode, 2000000);
  CVodeSetErrFile(cvode, NULL);
  SUNMatrix matrix;
  if (strcmp(argv[2], "klu") == 0) {
    matrix = SUNSparseMatrix(STATES, STATES, model.entries, CSC_MAT, context);
    CVodeSetLinearSolver(cvode, SUNLinSol_KLU(y, matrix, context), matrix);
    CVodeSetJacFn(cvode, sparse_jacobian);
  } else {
    matrix = SUNDenseMatrix(STATES, STATES, context);
    CVodeSetLinearSolver(cvode, SUNLinSol_Dense(y, matrix, context), matrix);
    if (strcmp(argv[2], "dense") == 0) CVodeSetJacFn(cvode, dense_jacobian);
  }

  double *result = malloc(sizeof(double) * patients * looks * STATES);
  long steps = 0;
  int failed = 0;
  double begin = cpu_seconds();
  for (int i = 0; i < patients; i++) {
    Patient *one = &all[i];
    model.p = one->p;
    prepare(model.p, model.w);
    memcpy(NV_DATA_S(y), one->y, sizeof(double) * STATES);
    double t = 0;
    int dose = 0, is_lost = 0;
    long own = 0;
    CVodeReInit(cvode, 0, y);
    for (int look = 0; look < looks; look++) {
      while (!is_lost && one->times[dose] <= times[look]) {
        if (one->times[dose] > t) {
          CVodeSetStopTime(cvode, one->times[dose]);
          is_lost = CVode(cvode, one->times[dose], y, &t, CV_NORMAL) < 0;
          CVodeGetNumSteps(cvode, &own);
          steps += own;
        }
        t = one->times[dose];
        while (one->times[dose] == t) {
          NV_Ith_S(y, one->targets[dose]) += one->amounts[dose];
          dose++;
        }
        CVodeReInit(cvode, t, y);
      }
      if (!is_lost) {
        double next = one->times[dose];
        CVodeSetStopTime(cvode, next > times[looks - 1] ? times[looks - 1] + 1 : next);
        is_lost = CVode(cvode, times[look], y, &t, CV_NORMAL) < 0;
      }
      double *to = result + ((size_t)i * looks + look) * STATES;
      for (int s = 0; s < STATES; s++) to[s] = is_lost ? NAN : NV_Ith_S(y, s);
    }
    CVodeGetNumSteps(cvode, &own);
    steps += own;
    failed += is_lost;
  }
  printf("%.9g %ld %d\n", cpu_seconds() - begin, steps, failed);
  FILE *out = fopen(argv[4], "wb");
  if (!out) fail("the result cannot be written");
  fwrite(result, sizeof(double), (size_t)patients * looks * STATES, out);
  fclose(out);
  return 0;
}
