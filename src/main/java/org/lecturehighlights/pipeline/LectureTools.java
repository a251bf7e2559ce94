package org.lecturehighlights.pipeline;

import java.time.Clock;
import java.util.Optional;
import org.lecturehighlights.content.ContentAnalyzer;
import org.lecturehighlights.media.CaptionConverter;
import org.lecturehighlights.media.MediaProbe;
import org.lecturehighlights.media.decode.LectureDecoder;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.render.ClipRenderer;
import org.lecturehighlights.media.render.StillRenderer;
import org.lecturehighlights.media.render.ThumbnailRenderer;
import org.lecturehighlights.pipeline.step.AnalyzeLayout;
import org.lecturehighlights.pipeline.step.DetectSilence;
import org.lecturehighlights.pipeline.step.InitializeLecture;
import org.lecturehighlights.pipeline.step.MeasureWaveform;
import org.lecturehighlights.pipeline.step.PictureSlides;
import org.lecturehighlights.pipeline.step.RenderClips;
import org.lecturehighlights.pipeline.step.TranscribeLecture;
import org.lecturehighlights.transcript.speech.SpeechClient;
import org.lecturehighlights.transcript.speech.SpeechEndpoint;

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
