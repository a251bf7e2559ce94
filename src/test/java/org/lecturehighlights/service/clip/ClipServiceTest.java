package org.lecturehighlights.service.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutJson;
import org.lecturehighlights.lecture.highlight.CutProof;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.job.JobOutputs;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class ClipServiceTest {
  @Inject ClipService clips;
  @Inject ContentService content;
  @Inject SampleJobs jobs;
  @Inject SampleResults samples;
  @Inject JobOutputs outputs;
  @Inject EntityManagerFactory sessions;

  @Test
  void a_stored_clip_is_read_back_with_its_cuts_and_proof() {
    String job = samples.job();
    Clip clip = clips.find(job).getFirst();
    assertThat(clip.clipId()).isEqualTo("clip_1_" + job);
    assertThat(clip.cut().span()).isEqualTo(Span.ofSeconds(2, 28));
    assertThat(clip.cut().length()).isEqualTo(Duration.ofMillis(25_500));
    assertThat(CutJson.metadata(clip.cut()))
        .isEqualTo(
            Map.of(
                "edits",
                List.of(
                    Map.of("start_time", 2.0, "end_time", 7.0),
                    Map.of("start_time", 7.5, "end_time", 28.0)),
                "score_parts",
                Map.of("words", 0.5, "slides", 0.25),
                "proof",
                Map.of(
                    "first_words", "Let us join",
                    "last_words", "of both.",
                    "silence_before", Map.of("start_time", 1.5, "end_time", 2.25)),
                "rank",
                3));
  }

  @Test
  void a_clip_refers_to_its_topic() {
    String job = samples.job();
    assertThat(clips.find(job))
        .extracting(clip -> clip.cut().segmentId())
        .isEqualTo(content.find(job).stream().map(stored -> stored.segmentId()).toList());
  }

  @Test
  void clips_are_in_order_and_not_duplicated_by_a_repeated_stage() {
    String job = samples.job();
    clips.replace(
        job, List.of(SampleResults.clip(job, 2, 31, 56), SampleResults.clip(job, 1, 2, 28)));
    assertThat(clips.find(job)).extracting(Clip::order).containsExactly(1, 2);
    assertThat(clips.find(job).getLast().cut().span()).isEqualTo(Span.ofSeconds(31, 56));
  }

  @Test
  void clips_outlive_their_topics() {
    String job = samples.job();
    content.replace(job, List.of());
    assertThat(clips.find(job)).extracting(clip -> clip.cut().segmentId()).containsOnlyNulls();
  }

  @Test
  void a_plain_recut_leaves_title_and_score_alone() {
    Clip before = clips.find(samples.job()).getFirst();
    Span wanted = Span.ofSeconds(3, 25);
    CutProof why = new CutProof("Both", "keys.", null, null);
    PendingEdit edit = new PendingEdit(before.cut().recut(wanted, List.of(wanted), why), null);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          clips.rename(before.clipId(), "Renamed meanwhile");
          clips.show(before.clipId(), edit, before.files());
        });
    Cut after = clips.findOne(before.clipId()).orElseThrow().cut();
    assertThat(after.title()).isEqualTo("Renamed meanwhile");
    assertThat(after.score()).isEqualTo(0.75);
    assertThat(after.segmentId()).isEqualTo(before.cut().segmentId());
    assertThat(after.span()).isEqualTo(wanted);
    assertThat(after.proof()).isEqualTo(why);
    assertThat(after.extra()).isEqualTo(Map.of("rank", 3, "edited", true));
  }

  @Test
  void a_legacy_clip_plays_its_whole_span_and_has_no_score() {
    String job = samples.job();
    jobs.execute(
        "update clips set extra_metadata = null, importance_score = null where job_id = ?", job);
    Cut legacy = clips.find(job).getFirst().cut();
    assertThat(legacy.score()).isNull();
    assertThat(legacy.played()).containsExactly(Span.ofSeconds(2, 28));
    assertThat(CutJson.metadata(legacy)).isEmpty();
  }

  @Test
  void one_query_finds_the_first_pictures_of_many_jobs() {
    String first = samples.job();
    String second = samples.job();
    String without = jobs.completed();
    var statistics = sessions.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    assertThat(outputs.thumbnailUrls(List.of(first, without, second)))
        .isEqualTo(
            Map.of(
                first, "/api/v1/clips/clip_1_" + first + "/thumbnail",
                second, "/api/v1/clips/clip_1_" + second + "/thumbnail"));
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    statistics.setStatisticsEnabled(false);
  }

  @Test
  void no_pictures_are_found_for_no_jobs() {
    assertThat(outputs.thumbnailUrls(List.of())).isEmpty();
  }
}
