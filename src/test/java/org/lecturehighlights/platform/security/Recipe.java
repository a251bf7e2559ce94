package org.lecturehighlights.platform.security;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to call an operation for a job that belongs to somebody. Texts may name {@code {job_id}},
 * {@code {clip_id}} and the keys of the first clip's files, {@code {video_key}} and so on.
 *
 * @param state the job's, as in its table
 * @param namesJob whether the request names a job, so that another's is refused
 * @param toOwner the status that the owner gets, and everybody where no job is named
 * @param toAdmin the status that an admin gets
 */
record Recipe(
    String state,
    boolean namesJob,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String contentType,
    @Nullable String body,
    int toOwner,
    int toAdmin) {

  /** A request for a completed job, with which its owner gets 200. */
  static Recipe ofJob() {
    return ofJob("completed");
  }

  static Recipe ofJob(String state) {
    return new Recipe(state, true, Map.of(), Map.of(), null, null, 200, 200);
  }

  /** A request that names no job: everybody who signed in may send it and meets their own work. */
  static Recipe ofCaller() {
    return new Recipe("completed", false, Map.of(), Map.of(), null, null, 200, 200);
  }

  /** A request that is for admins. */
  static Recipe ofAdmin() {
    return new Recipe("completed", false, Map.of(), Map.of(), null, null, 403, 200);
  }

  Recipe query(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Recipe(state, namesJob, more, headers, contentType, body, toOwner, toAdmin);
  }

  Recipe header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Recipe(state, namesJob, query, more, contentType, body, toOwner, toAdmin);
  }

  Recipe json(String text) {
    return body("application/json", text);
  }

  Recipe body(String type, String text) {
    return new Recipe(state, namesJob, query, headers, type, text, toOwner, toAdmin);
  }

  Recipe toOwner(int status) {
    return new Recipe(state, namesJob, query, headers, contentType, body, status, status);
  }

  void apply(RequestSpecification request, Victim victim) {
    query.forEach((name, value) -> request.queryParam(name, victim.fill(value)));
    request.headers(headers);
    if (contentType != null && body != null) {
      request.contentType(contentType).body(victim.fill(body).getBytes(StandardCharsets.UTF_8));
    }
  }
}
