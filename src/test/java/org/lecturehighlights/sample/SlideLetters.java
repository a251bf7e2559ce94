package org.lecturehighlights.sample;

import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.Map;

/** Capitals of 5 by 7 dots, since a bare machine has no fonts. */
final class SlideLetters {
  private static final int ROWS = 7;
  private static final int COLUMNS = 5;

  /** A character, then its rows from the top, each as one digit to the base 32. */
  private static final String DOTS =
      """
      Aehhvhhh Buhhuhhu Cehggghe Duhhhhhu Evgguggv Fvgguggg Gehgnhhe Hhhhvhhh Ie44444e J72222ic
      Khikokih Lggggggv Mhrllhhh Nhhpljhh Oehhhhhe Puhhuggg Qehhhlid Ruhhukih Sfgge11u Tv444444
      Uhhhhhhe Vhhhhha4 Whhhllla Xhha4ahh Yhha4444 Zv1248gv 0ehjlphe 14c4444e 2eh1248v 3v2421he
      426aiv22 5vgu11he 668guhhe 7v124888 8ehhehhe 9ehhf12c .00000cc ,0000c48 -000v000 :0cc0cc0
      +044v440 ?eh12404
      """;

  private static final Map<Character, String> LETTERS = letters();

  private SlideLetters() {}

  /**
   * Writes in the colour of the canvas.
   *
   * @param dot side of a dot in pixels
   */
  static void write(Graphics2D canvas, String text, int x, int y, int dot) {
    int left = x;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter != ' ') {
        draw(canvas, LETTERS.get(letter), left, y, dot);
      }
      left += (COLUMNS + 1) * dot;
    }
  }

  private static void draw(Graphics2D canvas, String rows, int x, int y, int dot) {
    for (int row = 0; row < ROWS; row++) {
      int dots = Character.digit(rows.charAt(row), 32);
      for (int column = 0; column < COLUMNS; column++) {
        if ((dots >> (COLUMNS - 1 - column) & 1) == 1) {
          canvas.fillRect(x + column * dot, y + row * dot, dot, dot);
        }
      }
    }
  }

  private static Map<Character, String> letters() {
    Map<Character, String> letters = new HashMap<>();
    for (String letter : DOTS.strip().split("\\s+", -1)) {
      letters.put(letter.charAt(0), letter.substring(1));
    }
    return letters;
  }
}
