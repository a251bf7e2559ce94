package org.lecturehighlights.shipping.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.shipping.packaged.PackagedApplication.Said;

/** The verbs that end. */
class VerbsIT {
  private static final String HEAD =
      MigrationScripts.onClassPath().head().orElseThrow().version() + " (head)\n";

  @TempDir Path directory;
  private PackagedApplication application;

  @BeforeEach
  void install() {
    application = new PackagedApplication(directory);
  }

  @Test
  void the_schema_goes_up_and_down() throws Exception {
    assertThat(good("db upgrade head").err()).contains("Running upgrade");
    assertThat(good("db current").out()).isEqualTo(HEAD);
    assertThat(good("db history").out().lines())
        .hasSize(MigrationScripts.onClassPath().all().size());
    good("db verify");
    assertThat(run("db downgrade base").code()).isNotZero();
    assertThat(good("db current").out()).isEqualTo(HEAD);
    good("db downgrade base --yes");
    assertThat(good("db current").out()).isEmpty();
  }

  @Test
  void the_schema_is_printed_and_a_wrong_target_refused() throws Exception {
    assertThat(good("db upgrade 1:3 --sql").out())
        .startsWith("BEGIN;")
        .contains("flyway_schema_history")
        .endsWith("COMMIT;\n\n");
    Said refused = run("db upgrade nonsense");
    assertThat(refused.code()).isEqualTo(255);
    assertThat(refused.err()).startsWith("FAILED: ");
  }

  @Test
  void an_unknown_verb_is_answered_with_a_hint() throws Exception {
    Said refused = run("nonsense");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("Try 'lecture-highlights --help'.");
  }

  @Test
  void a_lecture_becomes_topics_and_clips() throws Exception {
    SampleLecture lecture = SampleLecture.in(directory, 20);
    JsonPath topics = JsonPath.from(good("topics lecture.vtt --json").out());
    assertThat(topics.getList("content_segments.topic")).isNotEmpty();

    JsonPath extracted =
        JsonPath.from(
            good("extract lecture.mp4 --captions lecture.vtt --out out --clips 2 --min 4 --max 12"
                    + " --json")
                .out());
    assertThat(lecture.video()).exists();
    assertThat(extracted.getList("clips")).isNotEmpty();
    assertThat(directory.resolve("out/highlights.json")).isNotEmptyFile();
    assertThat(directory.resolve("out"))
        .isDirectoryContaining("glob:**.mp4")
        .isDirectoryContaining("glob:**.vtt");
  }

  private Said good(String words) throws Exception {
    Said said = run(words);
    assertThat(said.code()).as("%s: %s", words, said.err()).isZero();
    return said;
  }

  private Said run(String words) throws Exception {
    return application.run(words.split(" "));
  }
}
