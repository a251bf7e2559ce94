package org.lecturehighlights.lecture.media;

/**
 * A sound track.
 *
 * @param index of the stream in the file
 * @param codec ffmpeg's name, such as {@code aac}
 * @param channels 0 where the layout has an unknown name
 * @param sampleRate in hertz
 */
public record AudioStream(int index, String codec, int channels, int sampleRate) {}
