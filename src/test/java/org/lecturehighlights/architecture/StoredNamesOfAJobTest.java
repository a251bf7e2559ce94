package org.lecturehighlights.architecture;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageResource;

/** What a real job leaves behind, from its upload to a clip that is cut by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class StoredNamesOfAJobTest {
  private static final String KEY = UUID.randomUUID().toString();

  @TempDir static Path directory;

  @Inject StoredRows rows;
  @Inject ObjectStorage storage;

  private static String job = "";

  @Test
  void its_objects_have_these_keys() throws Exception {
    assertThat(keys(completedJob()))
        .containsExactly(
            "JOB/compilation/1/CLIP.jpg",
            "JOB/compilation/1/CLIP.mp4",
            "JOB/compilation/1/CLIP.srt",
            "JOB/compilation/1/CLIP.vtt",
            "JOB/compilation/1/slide_0001.jpg",
            "JOB/compilation/1/slide_0002.jpg",
            "JOB/initializing/1/audio.flac",
            "JOB/initializing/1/frames.mkv",
            "JOB/upload/captions.vtt",
            "JOB/upload/original.mp4");
  }

  @Test
  void its_rows_name_those_objects() throws Exception {
    String id = completedJob();
    assertThat(
            rows
                .texts(
                    """
                    select original_s3_key || ' ' || captions_key from jobs where job_id = ?
                    union all
                    select s3_key || ' ' || thumbnail_s3_key || ' ' || subtitle_s3_key from clips
                    where job_id = ?
                    union all
                    (select s3_key from slide_picture where job_id = ? order by number)
                    """,
                    id,
                    id,
                    id)
                .stream()
                .map(names(id)))
        .containsExactly(
            "JOB/upload/original.mp4 JOB/upload/captions.vtt",
            "JOB/compilation/1/CLIP.mp4 JOB/compilation/1/CLIP.jpg JOB/compilation/1/CLIP.vtt",
            "JOB/compilation/1/slide_0001.jpg",
            "JOB/compilation/1/slide_0002.jpg");
  }

  @Test
  void its_stages_leave_manifests_with_these_members() throws Exception {
    String id = completedJob();
    assertThat(
            rows.texts(
                "select stage || ' ' || lane || ' ' || status from stage_run where job_id = ?"
                    + " order by place",
                id))
        .containsExactly(
            "initializing cpu done",
            "silence_detection cpu done",
            "transcription transcribe done",
            "layout_analysis cpu done",
            "content_analysis llm done",
            "segmentation cpu done",
            "compilation render done");
    assertThat(
            rows
                .texts("select manifest from stage_run where job_id = ? order by place", id)
                .stream()
                .map(manifest -> shape(StoredJson.read(manifest))))
        .containsExactly(
            "{audioKey:string captionsKey:null channelLevels:[number] duration:number"
                + " framesKey:string height:number info:{audio:{channels:number codec:string"
                + " index:number sampleRate:number} containers:string duration:number"
                + " textSubtitles:null video:{codec:string framesPerSecond:number height:number"
                + " index:number rotation:number width:number}} loudness:{integrated:number peak:number} truncated:boolean"
                + " width:number}",
            "{}",
            "{}",
            "{}",
            "{}",
            "{clips:[{kept:[{end:number start:number}] proof:{firstWords:string"
                + " lastWords:string silenceAfter:{end:number start:number}"
                + " silenceBefore:{end:number start:number}} score:number"
                + " scoreParts:{closing:number focus:number importance:number length:number"
                + " opening:number screen:number speech:number telling:number} segment:number"
                + " span:{end:number start:number} title:string topic:string}] runnersUp:[]}",
            "{}");
  }

  @Test
  void a_clip_that_is_cut_by_hand_is_ordered_and_kept_so() throws Exception {
    String id = new SmallJobs(directory).completed(UUID.randomUUID().toString());
    String clip = rows.text("select clip_id from clips where job_id = ?", id);
    given()
        .contentType(ContentType.JSON)
        .body("{\"start_time\": 4.2, \"end_time\": 9}")
        .patch("/api/v1/clips/" + clip)
        .then()
        .statusCode(202);
    String status =
        await()
            .atMost(SmallJobs.PATIENCE)
            .until(
                () -> rows.text("select status from errand where subject = ?", clip),
                now -> !Set.of("ready", "running").contains(now));
    assertThat(status).isEqualTo("done");
    assertThat(rows.text("select kind from errand where job_id = ?", id)).isEqualTo("render_clip");
    assertThat(
            shape(StoredJson.read(rows.text("select wanted from errand where subject = ?", clip))))
        .isEqualTo(
            "{kept:[{end:number start:number}] metadata:{edited:boolean"
                + " edits:[{end_time:number start_time:number}]"
                + " proof:{first_words:string last_words:string"
                + " silence_after:{end_time:number start_time:number}"
                + " silence_before:{end_time:number start_time:number}}"
                + " score_parts:{closing:number focus:number importance:number length:number"
                + " opening:number screen:number speech:number telling:number}"
                + " source:{frames_per_second:number height:number width:number}}"
                + " replaced:null runnerUp:null span:{end:number start:number}}");
    // The files of before are removed after the new ones count.
    await().atMost(SmallJobs.PATIENCE).until(() -> storage.list(id + "/compilation").size() == 2);
    assertThat(keys(id))
        .containsExactly(
            "JOB/clips/CLIP/1/CLIP.jpg",
            "JOB/clips/CLIP/1/CLIP.mp4",
            "JOB/clips/CLIP/1/CLIP.srt",
            "JOB/clips/CLIP/1/CLIP.vtt",
            "JOB/compilation/1/slide_0001.jpg",
            "JOB/compilation/1/slide_0002.jpg",
            "JOB/initializing/1/audio.flac",
            "JOB/initializing/1/frames.mkv",
            "JOB/upload/captions.vtt",
            "JOB/upload/original.mp4");
  }

  /**
   * The bytes of a lecture differ from one encoder to the next, so that this has no fixed value.
   */
  @Test
  void an_upload_in_one_request_has_the_fingerprint_of_its_parts() throws Exception {
    completedJob();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    add(sha256, "POST /jobs".getBytes(UTF_8));
    for (String part :
        List.of(
            "clip_count",
            "1",
            "clip_max_seconds",
            "8",
            "clip_min_seconds",
            "4",
            "file.name",
            "lecture.mp4",
            "file.type",
            "video/mp4",
            "file")) {
      add(sha256, part.getBytes(UTF_8));
    }
    add(sha256, Files.readAllBytes(new SmallJobs(directory).lecture()));
    for (String part :
        List.of("captions.name", "captions.vtt", "captions.type", "text/vtt", "captions")) {
      add(sha256, part.getBytes(UTF_8));
    }
    add(sha256, SmallJobs.CAPTIONS.getBytes(UTF_8));
    assertThat(rows.text("select fingerprint from idempotency_key where key = ?", KEY))
        .isEqualTo(HexFormat.of().formatHex(sha256.digest()));
  }

  private List<String> keys(String id) {
    return storage.list(id).stream().map(names(id)).sorted().toList();
  }

  /** Puts names that are the same in each run for those of a job and its only clip. */
  private UnaryOperator<String> names(String id) {
    String clip = rows.text("select clip_id from clips where job_id = ?", id);
    return key -> key.replace(id, "JOB").replace(clip, "CLIP");
  }

  /** The names of members with what their values are; of a list each kind of element once. */
  private static String shape(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT ->
          json.properties().stream()
              .map(member -> member.getKey() + ":" + shape(member.getValue()))
              .sorted()
              .collect(Collectors.joining(" ", "{", "}"));
      case ARRAY ->
          StreamSupport.stream(json.spliterator(), false)
              .map(StoredNamesOfAJobTest::shape)
              .distinct()
              .sorted()
              .collect(Collectors.joining(" ", "[", "]"));
      default -> json.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static void add(MessageDigest sha256, byte[] part) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
    sha256.update(part);
  }

  /** One job for all tests that change nothing. */
  private static synchronized String completedJob() throws Exception {
    if (job.isEmpty()) {
      job = new SmallJobs(directory).completed(KEY);
    }
    return job;
  }
}
