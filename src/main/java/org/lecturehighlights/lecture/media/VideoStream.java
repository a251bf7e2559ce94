package org.lecturehighlights.lecture.media;

/**
 * A moving picture; cover art is none.
 *
 * @param index of the stream in the file
 * @param codec ffmpeg's name, such as {@code h264}
 * @param width in pixels as shown, that is, after rotation
 * @param height in pixels as shown
 * @param framesPerSecond average; 0 where the file does not tell
 * @param rotation clockwise degrees from stored to shown: 0, 90, 180 or 270; already in width and
 *     height
 */
public record VideoStream(
    int index, String codec, int width, int height, double framesPerSecond, int rotation) {}
