package org.lecturehighlights.app.pipeline.durable;

import jakarta.inject.Singleton;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.layout.slide.SlidePictureService;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.waveform.WaveformService;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.job.JobService;

/** Where findings are kept. */
@Singleton
record Stores(
    JobService jobs,
    ObjectStorage storage,
    StorageConfig config,
    SilenceService silences,
    WaveformService waveforms,
    TranscriptService transcripts,
    LayoutService layouts,
    ContentService content,
    RunnerUpService runnersUp,
    ClipService clips,
    SlidePictureService slides) {}
