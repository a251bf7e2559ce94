package org.lecturehighlights.lecture.media.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.timeline.FrameRate;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * The filter graph that plays the kept spans one after the other. Each group of spans close to each
 * other is an input with a seek of its own, so that what lies far between is not decoded. Joins are
 * on whole frames counted from the clip's start, so sound and picture cannot drift apart.
 */
final class ClipGraph {
  /** Beyond this gap a new seek is cheaper than decoding on. */
  private static final Duration WORTH_A_SEEK = Duration.ofSeconds(15);

  /**
   * Read before the first kept moment, for the frame that is still shown and the codec's warmth.
   */
  private static final Duration RUN_UP = Duration.ofSeconds(1);

  /** Shorter than any sound of speech, long enough not to click. */
  private static final double FADE = 0.01;

  private static final int SAMPLE_RATE = 48_000;

  /** A source that is read from {@code seek} on. */
  record Group(Duration seek, List<Span> kept) {
    Duration end() {
      return kept.getLast().end();
    }
  }

  private final RenderOrder order;
  private final boolean seeking;
  private final List<Group> groups = new ArrayList<>();
  private final List<String> chains = new ArrayList<>();

  /**
   * @param seeking whether what lies before a group is skipped; the same is played without
   */
  ClipGraph(RenderOrder order, boolean seeking) {
    this.order = order;
    this.seeking = seeking;
    group();
    order.info().video().ifPresent(this::picture);
    if (order.info().audio().isPresent()) {
      sound(order.info().audio().get().index());
    } else {
      silence();
    }
  }

  List<Group> groups() {
    return groups;
  }

  String filters() {
    return String.join(";", chains);
  }

  private void group() {
    List<Span> current = new ArrayList<>();
    for (Span span : order.kept()) {
      if (!current.isEmpty()
          && span.start().minus(current.getLast().end()).compareTo(WORTH_A_SEEK) > 0) {
        close(current);
        current = new ArrayList<>();
      }
      current.add(span);
    }
    close(current);
  }

  private void close(List<Span> kept) {
    Duration start = kept.getFirst().start();
    groups.add(
        new Group(
            seeking && start.compareTo(RUN_UP) > 0 ? start.minus(RUN_UP) : Duration.ZERO,
            List.copyOf(kept)));
  }

  private void picture(VideoStream video) {
    FrameRate rate = ClipFrameRate.of(video.framesPerSecond());
    StringBuilder joined = new StringBuilder();
    double played = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      StringBuilder frames = new StringBuilder();
      long last = 0;
      for (Span span : group.kept()) {
        long before = rate.frameAt(played);
        played += span.lengthSeconds();
        long first = rate.frameAt(seconds(span.start().minus(group.seek())));
        last = first + rate.frameAt(played) - before;
        frames.append(frames.isEmpty() ? "" : "+");
        frames.append(String.format(Locale.ROOT, "between(n,%d,%d)", first, last - 1));
      }
      chains.add(
          String.format(
              Locale.ROOT,
              // A picture that ends before the sound stays; frames are counted on an even grid.
              "[%d:%d]fps=%s:start_time=0,tpad=stop=-1:stop_mode=clone,trim=end_frame=%d,"
                  + "select='%s',setpts=N/(%s)/TB,%s[v%d]",
              i,
              video.index(),
              rate,
              last,
              frames,
              rate,
              size(),
              i));
      joined.append("[v").append(i).append("]");
    }
    chains.add(joined + "concat=n=" + groups.size() + ":v=1:a=0,fps=" + rate + "[v]");
  }

  /** Square pixels, at most full HD, never enlarged, even sides as 4:2:0 needs them. */
  private static String size() {
    return "scale=w='max(2,trunc(iw*sar/2)*2)':h='max(2,trunc(ih/2)*2)',"
        + "scale=w='min(1920,iw)':h='min(1080,ih)'"
        + ":force_original_aspect_ratio=decrease:force_divisible_by=2,"
        + "setsar=1,format=yuv420p";
  }

  private void sound(int stream) {
    StringBuilder joined = new StringBuilder();
    int count = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      StringBuilder parts = new StringBuilder();
      for (int k = 0; k < group.kept().size(); k++) {
        parts.append("[s").append(count + k).append("]");
      }
      chains.add(
          String.format(
              Locale.ROOT,
              "[%d:%d]atrim=start=0,aresample=%d:async=1:first_pts=0,"
                  + "aformat=sample_fmts=fltp:channel_layouts=stereo,volume=%.2fdB,"
                  + "alimiter=limit=0.89:level=disabled,apad,atrim=end=%.3f,asplit=%d%s",
              i,
              stream,
              SAMPLE_RATE,
              order.gainDb(),
              seconds(group.end().minus(group.seek())),
              group.kept().size(),
              parts));
      for (Span span : group.kept()) {
        chains.add(part(span, group.seek(), count));
        joined.append("[a").append(count).append("]");
        count++;
      }
    }
    chains.add(joined + "concat=n=" + count + ":v=0:a=1[a]");
  }

  private static String part(Span span, Duration seek, int number) {
    double length = span.lengthSeconds();
    double fade = Math.min(FADE, length / 2);
    return String.format(
        Locale.ROOT,
        "[s%d]atrim=start=%.3f:end=%.3f,asetpts=PTS-STARTPTS,"
            + "afade=t=in:d=%.3f,afade=t=out:st=%.3f:d=%.3f[a%d]",
        number,
        seconds(span.start().minus(seek)),
        seconds(span.end().minus(seek)),
        fade,
        length - fade,
        fade,
        number);
  }

  /** Some players refuse to seek or to join clips without a sound track. */
  private void silence() {
    chains.add(
        String.format(
            Locale.ROOT,
            "anullsrc=r=%d:cl=stereo,atrim=end=%.3f[a]",
            SAMPLE_RATE,
            seconds(order.length())));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
