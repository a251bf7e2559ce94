package org.lecturehighlights.lecture.highlight;

/**
 * A run of whole stretches that could be a clip.
 *
 * @param first and {@code last} are indices of stretches, both included
 * @param topic index of the topic that most of it belongs to, or -1
 */
record Candidate(int first, int last, int topic, double score) {
  boolean overlaps(Candidate other) {
    return first <= other.last && other.first <= last;
  }
}
