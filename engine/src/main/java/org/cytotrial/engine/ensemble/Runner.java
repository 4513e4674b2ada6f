package org.cytotrial.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Maps a task over `0 … count - 1` on some threads. Results stand in the order of their index, so
/// they do not depend on the number of threads as long as a task depends on its index alone.
///
/// @param threads at least 1
/// @param progress told the number of finished tasks after each, from any thread
public record Runner(int threads, IntConsumer progress) {
  public Runner {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads must be at least 1, not " + threads);
    }
  }

  public Runner(int threads) {
    this(threads, _ -> {});
  }

  /// A task with its own workspace on one thread.
  @FunctionalInterface
  public interface Task<T> {
    T run(int index);
  }

  /// Runs `count` tasks; each thread gets its own worker from `workers`.
  public <T> List<T> map(int count, Supplier<Task<T>> workers) {
    Object[] results = new Object[count];
    var queue = new AtomicInteger();
    var finished = new AtomicInteger();
    List<Callable<Void>> loops = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, Math.max(count, 1)); i++) {
      loops.add(() -> {
        Task<T> worker = workers.get();
        for (int index = queue.getAndIncrement(); index < count; index = queue.getAndIncrement()) {
          results[index] = worker.run(index);
          progress.accept(finished.incrementAndGet());
        }
        return null;
      });
    }
    runAll(loops);
    List<T> list = new ArrayList<>(count);
    for (Object result : results) {
      @SuppressWarnings("unchecked") // only workers of T write here
      T typed = (T) result;
      list.add(typed);
    }
    return list;
  }

  /// Runs the same work on every thread; it takes its share from a queue of its own.
  public void onEachThread(Runnable work) {
    List<Callable<Void>> loops = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      loops.add(() -> {
        work.run();
        return null;
      });
    }
    runAll(loops);
  }

  private void runAll(List<Callable<Void>> loops) {
    try (var pool = Executors.newFixedThreadPool(loops.size())) {
      for (var future : pool.invokeAll(loops)) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A worker failed", e.getCause());
    }
  }
}
