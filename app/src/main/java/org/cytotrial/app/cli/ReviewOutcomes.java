package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.synthesis.JudgementForms;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.library.ArmReader;
import org.cytotrial.library.LibraryException;
import org.cytotrial.report.review.ReviewContent;
import org.cytotrial.report.trial.Manifest;

/// The accepted outcomes of a review, `outcomes.csv`, and what is made from them.
record ReviewOutcomes(Review review) {
  static final String FILE = "outcomes.csv";

  static ReviewOutcomes open(String nameOrPath) throws IOException {
    return new ReviewOutcomes(Review.open(nameOrPath, Clock.systemUTC()));
  }

  Path file() {
    return review.folder().resolve(FILE);
  }

  /// The accepted arms.
  ///
  /// @throws WrongUse if there is none
  List<PublishedArm> arms() throws IOException {
    if (!Files.isRegularFile(file())) {
      throw new NoSuchFileException(
          file().toString(),
          null,
          "no accepted outcomes; 'cytotrial review extract' writes them, or write them there in the"
              + " columns of the library's evidence");
    }
    try {
      List<PublishedArm> arms = ArmReader.read(Files.readString(file()), file().toString());
      if (arms.isEmpty()) {
        throw new WrongUse(file() + ":1: there are no rows below the header; a row is an arm.");
      }
      return arms;
    } catch (LibraryException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (MalformedInputException e) {
      throw new WrongUse(file() + ": this is not UTF-8. Save it again as UTF-8.");
    }
  }

  Synthesis synthesis() throws IOException {
    return Synthesis.of(review.protocol(), arms(), review.folder());
  }

  /// The files that a synthesis is made from, with their hashes.
  List<ReviewContent.Source> sources() throws IOException {
    List<ReviewContent.Source> sources = new ArrayList<>();
    for (String name :
        List.of(
            "protocol.yaml",
            FILE,
            Synthesis.SERIES_FILE,
            JudgementForms.BIAS_FILE,
            JudgementForms.CERTAINTY_FILE,
            "search.txt",
            "searches.jsonl")) {
      Path path = review.folder().resolve(name);
      if (Files.isRegularFile(path)) {
        sources.add(new ReviewContent.Source(name, Manifest.sha256(Files.readString(path))));
      }
    }
    return sources;
  }
}
