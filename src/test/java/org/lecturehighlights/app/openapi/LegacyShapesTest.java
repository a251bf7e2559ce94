package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the legacy frontend reads is in the live document, member by member. Types are those of JSON
 * with {@code ?} where null is allowed; {@code []} is a list.
 */
@QuarkusTest
class LegacyShapesTest {
  private final JsonNode document = WatchContract.contract().document();

  @ParameterizedTest(name = "{0} {1} of {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          post /upload                      | 201 |                  | job_id:string upload_url:string upload_fields:object expires_in:integer s3_key:string
          post /upload/confirm              | 200 |                  | job_id:string status:string message:string celery_task_id:string?
          get /jobs                         | 200 |                  | jobs:array total:integer
          get /jobs/{job_id}                | 200 |                  | job_id:string status:string filename:string processing_mode:string? created_at:string updated_at:string progress:object? error_message:string? thumbnail_url:string? podcast_status:string? podcast_url:string? podcast_duration:number? completed_at:string?
          get /jobs/{job_id}                | 200 | progress         | stage:string percent:number message:string? eta_seconds:integer? agent_name:string?
          get /jobs                         | 200 | jobs[]           | job_id:string status:string filename:string processing_mode:string? created_at:string updated_at:string progress:object? error_message:string? thumbnail_url:string?
          get /results/{job_id}             | 200 |                  | job_id:string clips:array transcript:array? metadata:object
          get /results/{job_id}             | 200 | clips[]          | clip_id:string title:string start_time:number end_time:number duration:number s3_key:string url:string thumbnail_url:string? subtitle_url:string?
          get /results/{job_id}             | 200 | transcript[]     | start_time:number end_time:number text:string confidence:number?
          get /results/{job_id}             | 200 | metadata         | layout:object? completed_at:string? processing_duration_seconds:number? original_video:object
          get /results/{job_id}             | 200 | metadata.layout  | layout_type:string split_ratio:number screen_region:object camera_region:object
          get /results/{job_id}             | 200 | metadata.original_video | s3_key:string filename:string duration:number? url:string
          get /jobs/{job_id}/clips          | 200 |                  | job_id:string clips:array total:integer
          get /jobs/{job_id}/clips          | 200 | clips[]          | clip_id:string content_segment_id:string? title:string topic:string? importance_score:number? start_time:number end_time:number duration:number clip_order:integer? extra_metadata:object created_at:string
          get /jobs/{job_id}/transcripts    | 200 |                  | job_id:string segments:array total:integer
          get /jobs/{job_id}/transcripts    | 200 | segments[]       | start_time:number end_time:number text:string confidence:number? speaker_id:string?
          get /jobs/{job_id}/silence-regions | 200 |                 | job_id:string regions:array total:integer
          get /jobs/{job_id}/silence-regions | 200 | regions[]       | region_id:string start_time:number end_time:number duration:number silence_type:string amplitude_threshold:number? created_at:string
          get /jobs/{job_id}/content-segments | 200 |                | job_id:string segments:array total:integer
          get /jobs/{job_id}/content-segments | 200 | segments[]     | segment_id:string start_time:number end_time:number duration:number topic:string description:string? importance_score:number keywords:array concepts:array segment_order:integer created_at:string
          get /jobs/{job_id}/layout-analysis | 200 |                 | layout_id:string job_id:string screen_region:object camera_region:object split_ratio:number layout_type:string confidence_score:number sample_frame_time:number created_at:string
          get /jobs/{job_id}/layout-analysis | 200 | screen_region   | x:integer y:integer width:integer height:integer
          get /videos/presigned-url         | 200 |                  | url:string expires_in:integer object_key:string
          """)
  void every_member_exists_with_its_type(
      String operation,
      int status,
      @org.jspecify.annotations.Nullable String within,
      String members) {
    JsonNode schema = within(answer(operation, status), within == null ? "" : within);
    SoftAssertions wrong = new SoftAssertions();
    for (String member : members.split(" ", -1)) {
      List<String> parts = List.of(member.split("[:?]", -1));
      JsonNode property = resolved(schema.path("properties").path(parts.getFirst()));
      wrong
          .assertThat(property.path("type").asText())
          .as("type of %s", parts.getFirst())
          .isEqualTo(parts.get(1));
      wrong
          .assertThat(property.path("nullable").asBoolean())
          .as("%s may be null", parts.getFirst())
          .isEqualTo(member.endsWith("?"));
      wrong
          .assertThat(schema.path("required").toString())
          .as("always there")
          .contains('"' + parts.getFirst() + '"');
    }
    wrong.assertAll();
  }

  private JsonNode answer(String operation, int status) {
    String[] parts = operation.split(" ", 2);
    JsonNode schema =
        document
            .path("paths")
            .path("/api/v1" + parts[1])
            .path(parts[0])
            .path("responses")
            .path(String.valueOf(status))
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(schema.isMissingNode()).as(operation).isFalse();
    return resolved(schema);
  }

  private JsonNode within(JsonNode schema, String path) {
    JsonNode found = schema;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      found = resolved(found.path("properties").path(step.replace("[]", "")));
      found = step.endsWith("[]") ? resolved(found.path("items")) : found;
    }
    return found;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
