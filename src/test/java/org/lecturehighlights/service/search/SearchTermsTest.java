package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {
  @Test
  void words_match_by_prefix() {
    assertThat(new SearchTerms("'page' & 'table'", "").wide())
        .contains("( 'page':*A & 'table':*A )");
  }

  @Test
  void a_single_letter_matches_only_as_a_word() {
    assertThat(new SearchTerms("'c' & 'os'", "").wide()).contains("( 'c':A & 'os':*A )");
  }

  @Test
  void the_later_words_of_a_phrase_may_be_in_the_next_segment() {
    assertThat(new SearchTerms("'race' <-> 'condition' <2> 'x'", "").wide())
        .contains("( 'race':*A <-> 'condition':* <2> 'x' )");
  }

  @Test
  void excluded_words_match_exactly() {
    assertThat(new SearchTerms("'page' & !'table'", "").wide())
        .contains("( 'page':*A & !'table':A )");
  }

  @Test
  void quotes_stay_quoted() {
    assertThat(new SearchTerms("'o''clock' | 'a\\\\b'", "").wide())
        .contains("( 'o''clock':*A | 'a\\\\b':*A )");
    assertThat(new SearchTerms("'o''clock'", "").wanted()).containsExactly("o'clock");
  }

  @Test
  void stems_are_added_as_an_alternative() {
    assertThat(new SearchTerms("'semaphores'", "'semaphor'").wide())
        .contains("( 'semaphores':*A ) | ( 'semaphor':*A )");
  }

  @Test
  void non_ascii_letters_match_in_either_case() {
    assertThat(new SearchTerms("'ärger' & !'über'", "").wide())
        .contains("( ( 'ärger':*A | 'Ärger':*A ) & !( 'über':A | 'Über':A ) )");
    assertThat(new SearchTerms("'müller'", "").wide())
        .contains("( ( 'müller':*A | 'mÜller':*A ) )");
    assertThat(new SearchTerms("'Ärger'", "").wanted()).containsExactly("ärger");
  }

  @Test
  void without_words_there_is_no_query() {
    assertThat(new SearchTerms("", "").wide()).isEmpty();
  }

  @Test
  void stop_words_and_excluded_words_are_not_marked() {
    SearchTerms terms =
        new SearchTerms("'what' & 'are' & 'studies' & !'lock'", "'studi' & !'lock'");
    assertThat(terms.wanted()).containsExactly("studi", "studies");
  }
}
