package org.cytotrial.statistics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Runs a test once for each seed from 0 up; its name prints the seed, and `-Dtest.seed=N` replays
/// that one.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "test.seed={0}")
@ArgumentsSource(Randomized.Seeds.class)
public @interface Randomized {
  /// How many seeds.
  int runs() default 50;

  /// The seeds.
  final class Seeds implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      Long replay = Long.getLong("test.seed");
      int runs = context.getRequiredTestMethod().getAnnotation(Randomized.class).runs();
      LongStream seeds = replay != null ? LongStream.of(replay) : LongStream.range(0, runs);
      return seeds.mapToObj(Arguments::of);
    }
  }
}
