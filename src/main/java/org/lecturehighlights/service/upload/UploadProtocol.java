package org.lecturehighlights.service.upload;

/** How lectures come in, and where in its requests stands what {@link Admission} asks. */
public enum UploadProtocol {
  /** All in one request. */
  FORM("file", "file", true, false),
  /** An announcement in JSON, which names the type exactly: the bytes have to come with it. */
  ANNOUNCEMENT("filename", "content_type", false, true),
  /** A resumable upload. */
  RESUMABLE("Upload-Metadata filename", "Upload-Metadata filetype", true, true);

  private final String nameField;
  private final String typeField;
  private final boolean typeMayBeOpen;
  private final boolean waitsForBytes;

  UploadProtocol(String nameField, String typeField, boolean typeMayBeOpen, boolean waitsForBytes) {
    this.nameField = nameField;
    this.typeField = typeField;
    this.typeMayBeOpen = typeMayBeOpen;
    this.waitsForBytes = waitsForBytes;
  }

  String nameField() {
    return nameField;
  }

  String typeField() {
    return typeField;
  }

  /** Browsers and programs that do not know the type leave it open; the name decides. */
  boolean typeMayBeOpen() {
    return typeMayBeOpen;
  }

  /** Whether the job is written before its bytes are here. */
  boolean waitsForBytes() {
    return waitsForBytes;
  }
}
