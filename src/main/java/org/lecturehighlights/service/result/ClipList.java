package org.lecturehighlights.service.result;

import java.util.List;
import java.util.function.Function;
import org.lecturehighlights.service.clip.ClipState;
import org.lecturehighlights.service.clip.ClipView;
import org.lecturehighlights.service.clip.ResultFile;

/** The clips of a job, in order and with all their details. */
record ClipList(String jobId, List<ClipView> clips, int total) {

  static ClipList of(String jobId, List<ClipState> clips, Function<ResultFile, String> link) {
    return new ClipList(
        jobId, clips.stream().map(clip -> ClipView.of(clip, link)).toList(), clips.size());
  }
}
