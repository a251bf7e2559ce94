package org.lecturehighlights.platform.security;

import static org.lecturehighlights.platform.security.Recipe.ofAdmin;
import static org.lecturehighlights.platform.security.Recipe.ofCaller;
import static org.lecturehighlights.platform.security.Recipe.ofJob;

import java.util.Map;
import java.util.TreeMap;

/** How to call every operation that the OpenAPI document names; a new operation gets its line. */
final class Recipes {
  private static final Map<String, Recipe> ALL = new TreeMap<>();

  static {
    ALL.put("GET /api/v1/jobs", ofCaller());
    ALL.put("POST /api/v1/jobs", ofCaller().json("{}").toOwner(415));
    ALL.put("GET /api/v1/jobs/{job_id}", ofJob());
    ALL.put("DELETE /api/v1/jobs/{job_id}", ofJob().toOwner(204));
    ALL.put("POST /api/v1/jobs/{job_id}/cancel", ofJob().toOwner(409));
    ALL.put("POST /api/v1/jobs/{job_id}/retry", ofJob().toOwner(409));
    ALL.put("GET /api/v1/jobs/{job_id}/stages", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/logs", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/events", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/video", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/clips", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/transcripts", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/silence-regions", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/content-segments", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/layout-analysis", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/transcript.json", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/transcript.vtt", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/transcript.srt", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/transcript.txt", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/cuts.edl", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/cuts.fcpxml", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/package", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/runners-up", ofJob());
    ALL.put(
        "POST /api/v1/jobs/{job_id}/runners-up/{number}/swap",
        ofJob().json("{\"append\": true}").toOwner(202));
    ALL.put("GET /api/v1/jobs/{job_id}/waveform", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/slides", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/slides/{number}/thumbnail", ofJob());
    ALL.put("GET /api/v1/jobs/{job_id}/layout-timeline", ofJob());
    ALL.put("GET /api/v1/search", ofCaller().query("q", "secret"));
    ALL.put("GET /api/v1/clips/{clip_id}", ofJob());
    ALL.put("PATCH /api/v1/clips/{clip_id}", ofJob().json("{\"title\": \"Mine\"}"));
    ALL.put("DELETE /api/v1/clips/{clip_id}", ofJob().toOwner(204));
    ALL.put("GET /api/v1/results/{job_id}", ofJob());
    ALL.put("GET /api/v1/results/{job_id}/export-transcript", ofJob());
    ALL.put("GET /api/v1/clips/{clip_id}/video", ofJob());
    ALL.put("GET /api/v1/clips/{clip_id}/thumbnail", ofJob());
    ALL.put("GET /api/v1/clips/{clip_id}/subtitles.vtt", ofJob());
    ALL.put("GET /api/v1/clips/{clip_id}/subtitles.srt", ofJob());
    ALL.put("GET /api/v1/videos/presigned-url", ofJob().query("key", "{video_key}"));
    ALL.put("GET /api/v1/webhooks", ofCaller());
    ALL.put(
        "POST /api/v1/webhooks", ofCaller().json("{\"url\": \"ftp://example.org/\"}").toOwner(422));
    ALL.put("GET /api/v1/webhooks/{webhook_id}", ofJob());
    ALL.put("GET /api/v1/webhooks/{webhook_id}/deliveries", ofJob());
    ALL.put("DELETE /api/v1/webhooks/{webhook_id}", ofJob().toOwner(204));
    ALL.put("GET /ws/connections/stats", ofAdmin());
    ALL.put("POST /api/v1/stream-tokens", ofJob().json("{\"job_id\": \"{job_id}\"}").toOwner(201));
    ALL.put(
        "POST /api/v1/upload",
        ofCaller()
            .json("{\"filename\": \"a.mp4\", \"file_size\": 9, \"content_type\": \"video/mp4\"}")
            .toOwner(201));
    ALL.put(
        "PUT /api/v1/upload/{job_id}/file",
        ofJob("pending").body("video/mp4", "some bytes").toOwner(204));
    ALL.put(
        "PUT /api/v1/upload/{job_id}/captions",
        ofJob("pending")
            .body("text/vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nNow.\n")
            .toOwner(204));
    ALL.put(
        "POST /api/v1/upload/confirm",
        ofJob("pending").json("{\"job_id\": \"{job_id}\"}").toOwner(422));
    ALL.put("OPTIONS /api/v1/uploads", ofCaller().toOwner(204));
    ALL.put(
        "POST /api/v1/uploads",
        ofCaller()
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", "9")
            .header("Upload-Metadata", "filename bGVjdHVyZS5tcDQ=")
            .toOwner(201));
    ALL.put("HEAD /api/v1/uploads/{job_id}", ofJob("pending").header("Tus-Resumable", "1.0.0"));
    ALL.put(
        "PATCH /api/v1/uploads/{job_id}",
        ofJob("pending")
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Offset", "0")
            .body("application/offset+octet-stream", "x")
            .toOwner(204));
    ALL.put(
        "DELETE /api/v1/uploads/{job_id}",
        ofJob("pending").header("Tus-Resumable", "1.0.0").toOwner(204));
    ALL.put("POST /api/v1/upload/from-youtube", ofCaller().toOwner(501));
  }

  private Recipes() {}

  /** By method and path, for instance {@code GET /api/v1/jobs}. */
  static Map<String, Recipe> all() {
    return ALL;
  }
}
