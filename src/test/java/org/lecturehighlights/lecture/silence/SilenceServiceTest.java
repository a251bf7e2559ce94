package org.lecturehighlights.lecture.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.silence.SilenceRegion.Kind;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.database.Seeds;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SilenceServiceTest {
  @Inject SilenceService silences;
  @Inject SampleJobs jobs;

  private final Seeds seeds = new Seeds();

  @Test
  void stored_regions_are_read_back_ordered_by_start() {
    String job = jobs.completed();
    List<SilenceRegion> regions = regions(200, Kind.AUDIO_SILENCE);
    silences.replace(job, Kind.AUDIO_SILENCE, regions.reversed());
    assertThat(found(job)).isEqualTo(regions);
    assertThat(silences.spans(job, Kind.AUDIO_SILENCE))
        .isEqualTo(regions.stream().map(SilenceRegion::span).toList());
  }

  @Test
  void a_repeated_stage_replaces_only_regions_of_its_kind() {
    String job = jobs.completed();
    String other = jobs.completed();
    List<SilenceRegion> quiet = regions(3, Kind.AUDIO_SILENCE);
    List<SilenceRegion> blank = regions(2, Kind.BLANK_SCREEN);
    silences.replace(other, Kind.AUDIO_SILENCE, quiet);
    silences.replace(job, Kind.AUDIO_SILENCE, regions(5, Kind.AUDIO_SILENCE));
    silences.replace(job, Kind.BLANK_SCREEN, blank);
    silences.replace(job, Kind.AUDIO_SILENCE, quiet);
    assertThat(found(job)).containsExactlyInAnyOrderElementsOf(concat(quiet, blank));
    assertThat(silences.spans(job, Kind.BLANK_SCREEN)).hasSize(2);
    assertThat(found(other)).isEqualTo(quiet);
  }

  @Test
  void every_region_has_a_unique_id() {
    String job = jobs.completed();
    silences.replace(job, Kind.BOTH, regions(50, Kind.BOTH));
    assertThat(silences.find(job))
        .extracting(StoredSilenceRegion::regionId)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).startsWith("sil_").hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void a_region_of_another_kind_is_refused() {
    String job = jobs.completed();
    assertThatThrownBy(
            () -> silences.replace(job, Kind.BLANK_SCREEN, regions(1, Kind.AUDIO_SILENCE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<SilenceRegion> found(String job) {
    return silences.find(job).stream().map(StoredSilenceRegion::region).toList();
  }

  private List<SilenceRegion> regions(int count, Kind kind) {
    return seeds.list(
        count,
        i ->
            new SilenceRegion(
                seeds.nextSpan(), kind, seeds.coin() ? -60 + 35 * seeds.fraction() : null));
  }

  private static List<SilenceRegion> concat(List<SilenceRegion> a, List<SilenceRegion> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }
}
