package org.lecturehighlights.service.result;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.silence.StoredSilenceRegion;

/** Where nobody speaks or the screen is blank, ordered by start; thresholds are in dBFS. */
record SilenceResponse(String jobId, List<RegionView> regions, int total) {

  record RegionView(
      String regionId,
      double startTime,
      double endTime,
      double duration,
      String silenceType,
      @Nullable Double amplitudeThreshold,
      Instant createdAt) {

    static RegionView of(StoredSilenceRegion stored) {
      return new RegionView(
          stored.regionId(),
          stored.region().span().startSeconds(),
          stored.region().span().endSeconds(),
          stored.region().span().lengthSeconds(),
          stored.region().kind().name().toLowerCase(Locale.ROOT),
          stored.region().amplitudeThreshold(),
          stored.createdAt());
    }
  }

  static SilenceResponse of(String jobId, List<StoredSilenceRegion> regions) {
    return new SilenceResponse(
        jobId, regions.stream().map(RegionView::of).toList(), regions.size());
  }
}
