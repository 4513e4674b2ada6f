package org.cytotrial.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results do not depend on the number of threads, and failures come out.
class RunnerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsStandInOrder(int threads) {
    List<Integer> squares = new Runner(threads).map(1000, () -> i -> i * i);
    assertEquals(IntStream.range(0, 1000).map(i -> i * i).boxed().toList(), squares);
  }

  @Test
  void noTasksGiveNoResults() {
    assertEquals(List.of(), new Runner(3).map(0, () -> i -> i));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyFinishedTaskIsCountedOnce(int threads) {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    var calls = new AtomicInteger();
    var runner =
        new Runner(
            threads,
            done -> {
              seen.add(done);
              calls.incrementAndGet();
            });
    runner.map(50, () -> i -> i);
    assertEquals(50, calls.get());
    assertEquals(
        IntStream.rangeClosed(1, 50).boxed().collect(java.util.stream.Collectors.toSet()), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anExceptionOfAWorkerComesOutItself(int threads) {
    var broken = new IllegalArgumentException("patient 17 is broken");
    var runner = new Runner(threads);
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                runner.map(
                    40,
                    () ->
                        i -> {
                          if (i == 17) {
                            throw broken;
                          }
                          return i;
                        }));
    assertSame(broken, thrown);
  }

  @Test
  void eachThreadHasOneWorkerAndNoMoreThanTasks() {
    var workers = new AtomicInteger();
    new Runner(7)
        .map(
            3,
            () -> {
              workers.incrementAndGet();
              return i -> i;
            });
    assertTrue(workers.get() <= 3);
  }

  @Test
  void atLeastOneThread() {
    assertThrows(IllegalArgumentException.class, () -> new Runner(0));
  }
}
