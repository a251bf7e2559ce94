package org.lecturehighlights.service.clip;

import java.net.URI;

/** The paths, relative to the server's root, where the files of clips and lectures are served. */
public final class ClipLinks {
  private ClipLinks() {}

  public static String clip(String clipId) {
    return "/api/v1/clips/" + clipId;
  }

  public static String video(String clipId) {
    return "/api/v1/clips/" + clipId + "/video";
  }

  public static String thumbnail(String clipId) {
    return "/api/v1/clips/" + clipId + "/thumbnail";
  }

  public static String subtitles(String clipId) {
    return "/api/v1/clips/" + clipId + "/subtitles.vtt";
  }

  public static String lecture(String jobId) {
    return "/api/v1/jobs/" + jobId + "/video";
  }

  public static String slide(String jobId, int number) {
    return "/api/v1/jobs/" + jobId + "/slides/" + number + "/thumbnail";
  }

  /** The absolute URL of a path, under the address by which the caller reaches this server. */
  public static String absolute(URI base, String path) {
    return base.resolve(path).toString();
  }
}
