package org.lecturehighlights.architecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;

/**
 * Names that generated clients have of the answers: a schema is called as its class is, without the
 * class around it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StoredNamesInTheApiTest {
  /** Of a resource that exists in tests alone. */
  private static final Set<String> TROUBLE = Set.of("Receipt", "Order", "Detail");

  /** Each schema with its members, or its values. */
  private static final String SCHEMAS =
      """
      Change: changed kind time
      ClipChange: end_time start_time title
      ClipList: clips job_id total
      ClipView: clip_id clip_order content_segment_id created_at duration end_time \
          error_code error_message extra_metadata importance_score job_id pending \
          start_time status subtitle_url thumbnail_url title topic url
      Confirmation: job_id
      Confirmed: celery_task_id job_id message status
      Connections: jobs total_connections total_jobs
      ContentResponse: job_id segments total
      Delivery: attempts created_at delivery_id ended_at error event job_id \
          next_attempt_at response_status status
      DeliveryList: deliveries
      Hit: clip_id end_time filename job_id match_time matches score segment_id start_time \
          text
      Instant:
      JobList: jobs next_cursor total total_estimated
      JobResponse: completed_at created_at error_code error_message file_size filename \
          job_id podcast_duration podcast_status podcast_url processing_mode progress \
          status thumbnail_url updated_at video_duration warnings
      JobStatus: pending|queued|running|completed|failed|cancelled
      Layout: camera_region layout_type screen_region split_ratio
      LayoutResponse: blank_screens camera_region confidence_score created_at frozen \
          job_id layout_id layout_type sample_frame_time screen_changes screen_region \
          split_ratio timeline
      LayoutTimelineResponse: blank_screens duration entries frozen job_id
      Line: confidence end_time start_time text
      Link: expires_in object_key url
      LogLine: agent_name attempt created_at duration_seconds error_message log_id stage \
          status
      LogList: job_id logs total
      Metadata: completed_at highlight_video layout original_video \
          processing_duration_seconds
      NewWebhook: events url
      OriginalVideo: duration filename s3_key url
      Part: camera_region end_time layout_type screen_region start_time
      Pending: duration end_time start_time title
      Problem: detail error instance status title type
      ProcessingConfig: clip_count clip_max_seconds clip_min_seconds processing_mode \
          prompt rate_limit_mode resolution
      Progress: agent_name eta_seconds message percent stage
      Range: end start
      Rectangle: height width x y
      RegionView: amplitude_threshold created_at duration end_time region_id silence_type \
          start_time
      Registered: created_at events secret url webhook_id
      ResultClip: clip_id clip_order duration end_time importance_score s3_key start_time \
          subtitle_url thumbnail_url title topic url
      ResultsResponse: clips job_id metadata transcript warnings
      RunnerUpList: job_id runners_up total
      RunnerUpSwap: append clip_id
      RunnerUpView: content_segment_id duration end_time extra_metadata importance_score \
          number reason start_time title topic
      SearchResult: hits next_cursor query
      SegmentView: confidence created_at end_time segment_id speaker_id start_time text \
          words
      SilenceResponse: job_id regions total
      SlideList: duration job_id slides total
      SlideView: changed end_time kind number start_time thumbnail_url
      Stage: attempt duration_seconds error_code error_message finished_at percent stage \
          started_at status
      StageList: job_id stages total
      StreamRequest: job_id
      StreamToken: expires_in job_id token
      Stretch: end_time start_time
      Ticket: expires_in job_id s3_key upload_fields upload_url
      TopicView: concepts created_at description duration end_time importance_score \
          keywords segment_id segment_order start_time topic
      TranscriptResponse: job_id segments total
      UploadRequest: content_type file_size filename processing_config
      Warning: code message
      WaveformResponse: duration highs job_id lows points seconds_per_point
      WebhookEvent: job.completed|job.failed|job.cancelled
      WebhookList: total webhooks
      WordView: end_time start_time text
      """;

  @Test
  void the_schemas_of_the_document_have_these_names_and_members() {
    JsonNode schemas =
        StoredJson.read(
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString())
            .at("/components/schemas");
    assertThat(
            schemas.properties().stream()
                .filter(schema -> !TROUBLE.contains(schema.getKey()))
                .map(schema -> schema.getKey() + ": " + members(schema.getValue()))
                .map(String::strip))
        .containsExactlyInAnyOrderElementsOf(SCHEMAS.replaceAll(" +", " ").lines().toList());
  }

  private static String members(JsonNode schema) {
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.path("enum").spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining("|"));
    }
    return schema.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
