package org.cytotrial.evidence.extraction.rules;

import java.util.List;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.numbers.NumberReader;
import org.cytotrial.evidence.extraction.text.Section;
import org.cytotrial.evidence.extraction.text.Sentence;

/// A sentence with its numbers and what each of them is.
///
/// @param text the sentence with all spaces and hyphens alike; offsets are the same
record Passage(Sentence sentence, String text, List<Numeral> numerals) {

  /// A number and its part in the sentence.
  record Numeral(NumberMention number, NumberPart part) {
    int count() {
      return (int) number.value();
    }
  }

  static Passage of(Sentence sentence) {
    String text =
        sentence
            .text()
            .replaceAll("[\\u00a0\\u2000-\\u200a\\u202f]", " ")
            .replaceAll("[\\u2010\\u2011]", "-");
    List<NumberMention> numbers = NumberReader.read(text);
    return new Passage(sentence, text, NumberParts.of(text, numbers));
  }

  Section section() {
    return sentence.section();
  }

  /// Up to `length` characters before the number.
  String before(NumberMention number, int length) {
    return text().substring(Math.max(0, number.start() - length), number.start());
  }

  /// Up to `length` characters behind the number.
  String after(NumberMention number, int length) {
    return text().substring(number.end(), Math.min(text().length(), number.end() + length));
  }
}
