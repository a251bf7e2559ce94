package org.lecturehighlights.clip;

/** Where the files of clips and lectures are served: paths from the root of the server. */
final class ClipLinks {
  private ClipLinks() {}

  static String video(String clipId) {
    return "/api/v1/clips/" + clipId + "/video";
  }

  static String thumbnail(String clipId) {
    return "/api/v1/clips/" + clipId + "/thumbnail";
  }

  static String subtitles(String clipId) {
    return "/api/v1/clips/" + clipId + "/subtitles.vtt";
  }

  static String lecture(String jobId) {
    return "/api/v1/jobs/" + jobId + "/video";
  }
}
