package org.lecturehighlights.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadNameTest {

  @Test
  void a_plain_title_stays_as_it_is() {
    assertThat(DownloadName.of("Joins and keys.mp4").attachment())
        .isEqualTo(
            "attachment; filename=\"Joins and keys.mp4\";"
                + " filename*=UTF-8''Joins%20and%20keys.mp4");
  }

  @Test
  void letters_beyond_ascii_are_kept_for_those_who_can_read_them() {
    assertThat(DownloadName.of("Schlüssel – π.mp4").attachment())
        .isEqualTo(
            "attachment; filename=\"Schlussel _ _.mp4\";"
                + " filename*=UTF-8''Schl%C3%BCssel%20%E2%80%93%20%CF%80.mp4");
  }

  @Test
  void nothing_leaves_the_folder_or_the_header() {
    assertThat(DownloadName.of("../..\\etc/passwd\r\nX: \"1\"\u202Egpj.mp4").value())
        .isEqualTo("etc passwd X 1 gpj.mp4");
    assertThat(DownloadName.of("100% \"sure\".mp4").attachment()).doesNotContain("\"sure\"");
  }

  @Test
  void a_title_without_letters_gets_a_name() {
    assertThat(DownloadName.of("???.mp4").value()).isEqualTo("lecture.mp4");
    assertThat(DownloadName.of("").value()).isEqualTo("lecture");
  }

  @Test
  void a_long_title_is_cut_between_characters() {
    assertThat(DownloadName.of("𝛑".repeat(300) + ".mp4").value())
        .isEqualTo("𝛑".repeat(120) + ".mp4");
  }
}
