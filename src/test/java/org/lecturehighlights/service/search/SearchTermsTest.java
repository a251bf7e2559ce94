package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {
  @Test
  void words_are_found_by_their_beginnings() {
    assertThat(new SearchTerms("'page' & 'table'", "").wide())
        .contains("( 'page':*A & 'table':*A )");
  }

  @Test
  void a_letter_stands_for_itself() {
    assertThat(new SearchTerms("'c' & 'os'", "").wide()).contains("( 'c':A & 'os':*A )");
  }

  @Test
  void the_later_words_of_a_phrase_may_be_in_what_follows() {
    assertThat(new SearchTerms("'race' <-> 'condition' <2> 'x'", "").wide())
        .contains("( 'race':*A <-> 'condition':* <2> 'x' )");
  }

  @Test
  void what_is_excluded_is_excluded_as_it_is() {
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
  void stems_are_an_alternative() {
    assertThat(new SearchTerms("'semaphores'", "'semaphor'").wide())
        .contains("( 'semaphores':*A ) | ( 'semaphor':*A )");
  }

  @Test
  void letters_beyond_ascii_may_be_capital_in_the_index() {
    assertThat(new SearchTerms("'ärger' & !'über'", "").wide())
        .contains("( ( 'ärger':*A | 'Ärger':*A ) & !( 'über':A | 'Über':A ) )");
    assertThat(new SearchTerms("'müller'", "").wide())
        .contains("( ( 'müller':*A | 'mÜller':*A ) )");
    assertThat(new SearchTerms("'Ärger'", "").wanted()).containsExactly("ärger");
  }

  @Test
  void no_word_is_no_query() {
    assertThat(new SearchTerms("", "").wide()).isEmpty();
  }

  @Test
  void fillers_and_what_is_excluded_are_not_marked() {
    SearchTerms terms =
        new SearchTerms("'what' & 'are' & 'studies' & !'lock'", "'studi' & !'lock'");
    assertThat(terms.wanted()).containsExactly("studi", "studies");
  }
}
