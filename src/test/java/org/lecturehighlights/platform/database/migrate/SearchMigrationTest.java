package org.lecturehighlights.platform.database.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SchemaDatabase;

/** Transcripts from before version 20 can be searched like later ones. */
class SearchMigrationTest {
  @Test
  void old_segments_get_the_first_words_of_the_next_segment_of_their_lecture() {
    var database = new SchemaDatabase().upgrade("18");
    database.execute(
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
        select id, 'a.mp4', 1, 'video/mp4', 'k', 'completed', now(), now() from (values ('j'), ('k')) given (id);
        insert into transcripts (segment_id, job_id, start_time, end_time, text, created_at)
        values ('s2', 'j', 2, 3, 'memory ' || repeat('é', 200), now()), ('s1', 'j', 1, 2, 'is virtual', now()),
               ('s3', 'j', 3, 4, 'last', now()), ('t1', 'k', 0, 9, repeat('a b ', 1000000), now())
        """);
    database.upgrade("20");
    assertThat(
            database.ask(
                """
                select string_agg(concat_ws(':', segment_id, left(following, 7), length(following)), ' ' order by segment_id)
                  from transcripts
                """))
        .isEqualTo("s1:memory :100 s2:last:4 s3 t1");
  }
}
