package org.lecturehighlights.app.pipeline;

import java.time.Clock;
import java.util.Optional;
import org.lecturehighlights.app.pipeline.step.AnalyzeLayout;
import org.lecturehighlights.app.pipeline.step.DetectSilence;
import org.lecturehighlights.app.pipeline.step.InitializeLecture;
import org.lecturehighlights.app.pipeline.step.MeasureWaveform;
import org.lecturehighlights.app.pipeline.step.PictureSlides;
import org.lecturehighlights.app.pipeline.step.RenderClips;
import org.lecturehighlights.app.pipeline.step.TranscribeLecture;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.media.CaptionConverter;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.decode.LectureDecoder;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.render.ClipRenderer;
import org.lecturehighlights.lecture.media.render.StillRenderer;
import org.lecturehighlights.lecture.media.render.ThumbnailRenderer;
import org.lecturehighlights.lecture.speech.SpeechClient;
import org.lecturehighlights.lecture.speech.SpeechEndpoint;

/** The pure steps, wired; the same for the service and for the command line. */
public record LectureTools(
    InitializeLecture initialize,
    DetectSilence silence,
    MeasureWaveform waveform,
    TranscribeLecture transcribe,
    AnalyzeLayout layout,
    ContentAnalyzer content,
    RenderClips render,
    PictureSlides slides,
    CaptionConverter captions) {

  public static LectureTools of(Ffmpeg ffmpeg, Optional<SpeechEndpoint> endpoint, Clock clock) {
    MediaProbe probe = new MediaProbe(ffmpeg);
    CaptionConverter captions = new CaptionConverter(ffmpeg);
    return new LectureTools(
        new InitializeLecture(probe, new LectureDecoder(ffmpeg)),
        new DetectSilence(ffmpeg),
        new MeasureWaveform(ffmpeg),
        new TranscribeLecture(probe, captions, new SpeechClient(clock), endpoint),
        new AnalyzeLayout(ffmpeg),
        new ContentAnalyzer(),
        new RenderClips(probe, new ClipRenderer(ffmpeg), new ThumbnailRenderer(ffmpeg)),
        new PictureSlides(probe, new StillRenderer(ffmpeg)),
        captions);
  }
}
