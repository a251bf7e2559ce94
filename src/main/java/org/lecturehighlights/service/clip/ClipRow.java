package org.lecturehighlights.service.clip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;

/** A row of {@code clips}. */
@Entity
@Table(name = "clips")
class ClipRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "clip_id", nullable = false, length = 100)
  String clipId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Embedded CutColumns cut;

  @Column(name = "s3_key", nullable = false, length = 500)
  String videoKey;

  @Column(name = "thumbnail_s3_key", length = 500)
  @Nullable String thumbnailKey;

  @Column(name = "subtitle_s3_key", length = 500)
  @Nullable String subtitleKey;

  @Column(name = "clip_order")
  @Nullable Integer clipOrder;

  /** Increases with every change. */
  @Column(nullable = false)
  int revision = 1;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  static ClipRow of(String jobId, String clipId, Cut cut, Integer order, ClipFiles files) {
    ClipRow row = new ClipRow();
    row.clipId = clipId;
    row.jobId = jobId;
    row.cut = CutColumns.of(cut);
    row.clipOrder = order;
    row.write(files);
    return row;
  }

  void write(ClipFiles files) {
    videoKey = files.videoKey();
    thumbnailKey = files.thumbnailKey();
    subtitleKey = files.subtitleKey();
  }

  Clip read() {
    ClipFiles files = new ClipFiles(videoKey, thumbnailKey, subtitleKey);
    return new Clip(clipId, jobId, cut.read(), clipOrder, files, revision, createdAt);
  }
}
