package org.lecturehighlights.lecture.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a media file holds.
 *
 * @param containers ffmpeg's names of the format, separated by commas, such as {@code mov,mp4,…}
 * @param duration as declared, or measured where the file does not declare one
 * @param video the largest moving picture
 * @param audio the default sound track, else the first
 * @param textSubtitles index of the first subtitle stream that is text, for {@link
 *     CaptionExtractor}
 */
public record MediaInfo(
    String containers,
    Duration duration,
    Optional<VideoStream> video,
    Optional<AudioStream> audio,
    OptionalInt textSubtitles) {}
