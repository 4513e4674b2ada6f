package org.cytotrial.evidence.screening;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Goes through the words of a text: runs of two or more letters and digits in any script, small,
/// without accents, plurals made singular.
///
/// The plural rules are those of the S stemmer (Harman 1991,
/// doi:10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P). The letters of the word stand
/// in an array that is used again, since a review has millions of words.
final class Words {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_PLURAL = 4;
  private static final int ASCII = 128;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private char[] letters = new char[0];
  private int end;
  private int position;
  private int start;
  private int length;

  /// Begins with a text.
  void read(String text) {
    if (!isPlain(text)) {
      fill(
          MARKS
              .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
              .replaceAll("")
              .toLowerCase(Locale.ROOT));
      return;
    }
    fill(text);
    for (int i = 0; i < end; i++) {
      char c = letters[i];
      if (c >= 'A' && c <= 'Z') {
        letters[i] = (char) (c + ('a' - 'A'));
      }
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  private void fill(String text) {
    end = text.length();
    if (letters.length < end) {
      letters = new char[2 * end];
    }
    text.getChars(0, end, letters, 0);
    position = 0;
  }

  /// Moves on to the next word.
  ///
  /// @return false when there is none
  boolean next() {
    while (position < end) {
      start = position;
      while (position < end && isInside(letters[position])) {
        position++;
      }
      length = position - start;
      position++;
      if (length >= SHORTEST) {
        makeSingular();
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(char c) {
    if (c < ASCII) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c);
  }

  private void makeSingular() {
    if (length < SHORTEST_PLURAL || fromEnd(1) != 's') {
      return;
    }
    char before = fromEnd(2);
    if (before == 'e' && fromEnd(3) == 'i' && length > SHORTEST_PLURAL) {
      length -= 2;
      letters[start + length - 1] = 'y';
    } else if (before == 'e' && fromEnd(3) == 's' && fromEnd(4) == 's') {
      length -= 2;
    } else if (before != 's' && before != 'u' && before != 'i') {
      length--;
    }
  }

  private char fromEnd(int i) {
    return letters[start + length - i];
  }

  /// The array in which the letters of the word stand.
  char[] letters() {
    return letters;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }
}
