package org.lecturehighlights.app.pipeline.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.step.Recording;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.content.StoredContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.StoredSilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.engine.StageAttempt;

/** What earlier stages stored, as later stages take it. */
@ApplicationScoped
class Inputs {
  private final SilenceService silences;
  private final TranscriptService transcripts;
  private final LayoutService layouts;
  private final ContentService content;

  Inputs(
      SilenceService silences,
      TranscriptService transcripts,
      LayoutService layouts,
      ContentService content) {
    this.silences = silences;
    this.transcripts = transcripts;
    this.layouts = layouts;
    this.content = content;
  }

  static Recording recording(StageAttempt run, StageFolder folder) {
    return initialized(run).fetch(folder);
  }

  static Manifests.Initialized initialized(StageAttempt run) {
    return Manifests.read(
        run.manifestOf(LectureStage.INITIALIZING.code()), Manifests.Initialized.class);
  }

  List<SilenceRegion> audioSilences(String jobId) {
    return silences.find(jobId).stream()
        .map(StoredSilenceRegion::region)
        .filter(region -> region.kind() == SilenceRegion.Kind.AUDIO_SILENCE)
        .toList();
  }

  Transcript transcript(String jobId) {
    return transcripts.transcript(jobId);
  }

  LayoutAnalysis layout(String jobId) {
    return storedLayout(jobId).orElseThrow();
  }

  /** Empty where only the sound was worked on. */
  Optional<LayoutAnalysis> storedLayout(String jobId) {
    return layouts.find(jobId).map(StoredLayout::layout);
  }

  List<ContentSegment> topics(String jobId) {
    return content.find(jobId).stream().map(StoredContentSegment::segment).toList();
  }
}
