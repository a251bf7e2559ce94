package org.lecturehighlights.service.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.result.TranscriptFiles;

/** Collects the contents of exports, for completed jobs of the caller. */
@ApplicationScoped
class ExportService {
  private final ResultAccess own;
  private final ClipService clips;
  private final TranscriptService transcripts;
  private final ObjectMapper json;

  ExportService(
      ResultAccess own, ClipService clips, TranscriptService transcripts, ObjectMapper json) {
    this.own = own;
    this.clips = clips;
    this.transcripts = transcripts;
    this.json = json;
  }

  @Transactional
  CutList cuts(String jobId) {
    return CutList.of(own.completed(jobId), clips.find(jobId));
  }

  /** The archive of a job; objects that are missing when it is written are left out. */
  @Transactional
  Archive archive(String jobId) {
    Job job = own.completed(jobId);
    List<Clip> all = clips.find(jobId);
    CutList cuts = CutList.of(job, all);
    List<Archive.Part> parts = new ArrayList<>();
    List<ArchiveIndex.Entry> entries = new ArrayList<>();
    for (Clip clip : all) {
      String stem =
          DownloadName.of("%02d %s.x".formatted(entries.size() + 1, clip.cut().title())).stem();
      entries.add(ArchiveIndex.Entry.of(clip, "clips/" + stem));
      for (String key : clip.keys()) {
        parts.add(new Archive.Stored("clips/" + stem + key.substring(key.lastIndexOf('.')), key));
      }
    }
    parts.addFirst(new Archive.Text("highlights.json", write(ArchiveIndex.of(job, entries))));
    parts.add(new Archive.Text("cuts.edl", EditDecisionList.write(cuts)));
    parts.add(new Archive.Text("cuts.fcpxml", FinalCutXml.write(cuts)));
    List<StoredSegment> segments = transcripts.find(jobId);
    if (!segments.isEmpty()) {
      TranscriptFiles files = new TranscriptFiles(job, segments);
      files
          .texts()
          .forEach((extension, text) ->
              parts.add(new Archive.Streamed("transcript." + extension, text::write)));
      parts.add(new Archive.Streamed("transcript.json", to -> write(json, files.json(), to)));
    }
    return new Archive(job, parts);
  }

  /** Leaves the writer open. */
  static void write(ObjectMapper json, Object view, Writer to) throws IOException {
    json.writerWithDefaultPrettyPrinter()
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .writeValue(to, view);
  }

  private String write(Object view) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(view);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("the index cannot be written", defect);
    }
  }
}
