package org.lecturehighlights.clip.result;

import java.net.URI;
import java.util.List;
import org.lecturehighlights.clip.ClipLinks;
import org.lecturehighlights.clip.edit.ClipState;
import org.lecturehighlights.clip.edit.ClipView;

/** The clips of a job in their order, with all that is known of them. */
record ClipList(String jobId, List<ClipView> clips, int total) {

  static ClipList of(String jobId, List<ClipState> clips, URI base) {
    return new ClipList(
        jobId,
        clips.stream()
            .map(clip -> ClipView.of(clip, path -> ClipLinks.absolute(base, path)))
            .toList(),
        clips.size());
  }
}
