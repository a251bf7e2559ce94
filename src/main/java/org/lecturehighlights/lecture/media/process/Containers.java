package org.lecturehighlights.lecture.media.process;

/**
 * Which file formats ffmpeg may open; anything else is refused before it is parsed. Playlists (HLS,
 * concat, DASH) are in none of them, since they open other files.
 */
public enum Containers {
  /** What lecturers upload. The audio formats are here so that the answer can say "no video". */
  LECTURE("mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,asf,flv,ogg,mxf,wav,mp3,flac"),
  /** What we write ourselves between the stages. */
  INTERMEDIATE("matroska,webm,flac"),
  /** Caption files. */
  CAPTIONS("srt,webvtt"),
  /** Raw pictures and sound through standard input, and filters as sources. */
  RAW("rawvideo,s16le,lavfi");

  private final String whitelist;

  Containers(String whitelist) {
    this.whitelist = whitelist;
  }

  String whitelist() {
    return whitelist;
  }
}
