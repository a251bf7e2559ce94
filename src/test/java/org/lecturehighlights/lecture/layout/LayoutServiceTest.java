package org.lecturehighlights.lecture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.database.Seeds;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LayoutServiceTest {
  @Inject LayoutService layouts;
  @Inject SampleJobs jobs;

  private final Seeds seeds = new Seeds();

  @Test
  void a_stored_analysis_is_read_back() {
    String job = jobs.completed();
    for (int i = 0; i < 20; i++) {
      LayoutAnalysis layout = layout();
      layouts.replace(job, layout);
      assertThat(layouts.find(job)).map(StoredLayout::layout).contains(layout);
    }
  }

  @Test
  void a_job_without_a_picture_has_no_layout() {
    assertThat(layouts.find(jobs.completed())).isEmpty();
  }

  @Test
  void a_legacy_row_is_readable() {
    String job = jobs.completed();
    jobs.execute(
        """
        insert into layout_analysis (layout_id, job_id, screen_region, camera_region, split_ratio,
                                     layout_type, created_at)
        values (?, ?, '{"x":0,"y":0,"width":960,"height":1080}',
                '{"x":960,"y":0,"width":960.0,"height":1080}', 0.5, 'side_by_side', now())
        """,
        "old_" + job,
        job);
    assertThat(layouts.find(job))
        .map(StoredLayout::layout)
        .contains(
            new LayoutAnalysis(
                new Region(0, 0, 960, 1080),
                new Region(960, 0, 960, 1080),
                0.5,
                LayoutType.SIDE_BY_SIDE,
                0,
                Duration.ZERO,
                List.of(),
                List.of(),
                List.of(),
                false));
  }

  private LayoutAnalysis layout() {
    return new LayoutAnalysis(
        region(),
        seeds.coin() ? Region.NONE : region(),
        seeds.fraction(),
        seeds.oneOf(LayoutType.values()),
        seeds.fraction(),
        Duration.ofMillis(seeds.below(5_000_000)),
        seeds.list(
            seeds.below(4),
            i ->
                new LayoutSpan(
                    seeds.nextSpan(), seeds.oneOf(LayoutType.values()), region(), region())),
        seeds.list(
            seeds.below(100),
            i ->
                new ScreenChange(
                    seeds.nextSpan().start(),
                    seeds.oneOf(ScreenChange.Kind.values()),
                    seeds.fraction())),
        seeds.list(seeds.below(5), i -> seeds.nextSpan()),
        seeds.coin());
  }

  private Region region() {
    return new Region(
        seeds.below(1920), seeds.below(1080), 1 + seeds.below(1920), 1 + seeds.below(1080));
  }
}
