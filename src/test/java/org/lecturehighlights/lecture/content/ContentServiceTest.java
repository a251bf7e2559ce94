package org.lecturehighlights.lecture.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.database.Seeds;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ContentServiceTest {
  @Inject ContentService content;
  @Inject SampleJobs jobs;

  private final Seeds seeds = new Seeds();

  @Test
  void stored_topics_are_read_back_ordered_by_start() {
    String job = jobs.completed();
    List<ContentSegment> topics = topics(60);
    content.replace(job, topics.reversed());
    assertThat(found(job)).isEqualTo(topics);
  }

  @Test
  void a_repeated_stage_replaces_the_stored_topics() {
    String job = jobs.completed();
    String other = jobs.completed();
    content.replace(other, topics(2));
    content.replace(job, topics(9));
    List<ContentSegment> second = topics(7);
    content.replace(job, second);
    assertThat(found(job)).isEqualTo(second);
    assertThat(found(other)).hasSize(2);
  }

  @Test
  void a_legacy_row_without_keywords_is_readable() {
    String job = jobs.completed();
    jobs.execute(
        """
        insert into content_segments (segment_id, job_id, start_time, end_time, duration, topic,
                                      importance_score, segment_order, created_at)
        values (?, ?, 0, 30, 30, 'Joins', 0.5, 1, now())
        """,
        "old_" + job,
        job);
    assertThat(found(job))
        .containsExactly(
            new ContentSegment(Span.ofSeconds(0, 30), "Joins", null, 0.5, List.of(), List.of(), 1));
  }

  private List<ContentSegment> found(String job) {
    return content.find(job).stream().map(StoredContentSegment::segment).toList();
  }

  private List<ContentSegment> topics(int count) {
    return seeds.list(
        count,
        i ->
            new ContentSegment(
                seeds.nextSpan(),
                seeds.text(),
                seeds.coin() ? seeds.text() : null,
                seeds.fraction(),
                seeds.list(seeds.below(10), k -> seeds.text()),
                seeds.list(seeds.below(5), k -> seeds.text()),
                i + 1));
  }
}
