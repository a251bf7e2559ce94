package org.lecturehighlights.lecture.layout.slide;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code slide_picture}. */
@Entity
@Table(name = "slide_picture")
@IdClass(SlidePictureId.class)
class SlidePictureRow extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Id
  @Column(nullable = false)
  Integer number;

  @Column(name = "s3_key", nullable = false, length = 500)
  String key;
}
