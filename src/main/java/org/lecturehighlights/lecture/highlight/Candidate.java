package org.lecturehighlights.lecture.highlight;

/**
 * A run of whole passages that could become a clip.
 *
 * @param first index of the first passage
 * @param last index of the last passage, inclusive
 * @param topic index of the topic with the largest share of it, or -1
 */
record Candidate(int first, int last, int topic, double score) {
  boolean overlaps(Candidate other) {
    return first <= other.last && other.first <= last;
  }
}
