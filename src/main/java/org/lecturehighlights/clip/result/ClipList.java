package org.lecturehighlights.clip.result;

import java.util.List;
import java.util.function.Function;
import org.lecturehighlights.clip.ResultFile;
import org.lecturehighlights.clip.edit.ClipState;
import org.lecturehighlights.clip.edit.ClipView;

/** The clips of a job in their order, with all that is known of them. */
record ClipList(String jobId, List<ClipView> clips, int total) {

  static ClipList of(String jobId, List<ClipState> clips, Function<ResultFile, String> link) {
    return new ClipList(
        jobId, clips.stream().map(clip -> ClipView.of(clip, link)).toList(), clips.size());
  }
}
