package org.lecturehighlights.service.job;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a lecturer may choose for a job; each may be missing. A setting is declared
 * only here: code that stores, reads, compares or describes settings iterates over the members.
 *
 * @param prompt what the lecturer is looking for, as free text
 * @param clipCount the maximum number of clips
 * @param clipMinSeconds minimum playing time of a clip
 * @param clipMaxSeconds maximum playing time of a clip
 */
@RegisterForReflection
public record ProcessingConfig(
    @FormField @Nullable @Size(max = 2000) String prompt,
    @Nullable @Pattern(regexp = "720p|1080p|1440p|2160p") String resolution,
    @Nullable @Pattern(regexp = "audio|vision") String processingMode,
    @Nullable Boolean rateLimitMode,
    @FormField @Nullable @Min(1) @Max(20) Integer clipCount,
    @FormField @Nullable @DecimalMin("1") @DecimalMax("600") Double clipMinSeconds,
    @FormField @Nullable @DecimalMin("1") @DecimalMax("600") Double clipMaxSeconds) {

  public static final ProcessingConfig DEFAULT = ConfigMembers.of(_ -> null);

  /** The names of the settings that forms also accept as separate fields. */
  public static final List<String> FORM_FIELDS = ConfigMembers.formFields();

  /** The shortest clip that the defaults ask for, in seconds. */
  public static final double DEFAULT_CLIP_MIN_SECONDS = 20;

  /** The longest clip that the defaults ask for, in seconds. */
  public static final double DEFAULT_CLIP_MAX_SECONDS = 120;

  /** The settings that were chosen, by their JSON names. */
  public SequencedMap<String, Object> given() {
    return ConfigMembers.given(this);
  }

  @AssertTrue(message = "clip_max_seconds must not be below clip_min_seconds")
  boolean isLengthPossible() {
    return shortestClipSeconds() <= longestClipSeconds();
  }

  /** The chosen minimum or the default, lowered to the chosen maximum where that is less. */
  public double shortestClipSeconds() {
    if (clipMinSeconds != null) {
      return clipMinSeconds;
    }
    return clipMaxSeconds == null
        ? DEFAULT_CLIP_MIN_SECONDS
        : Math.min(DEFAULT_CLIP_MIN_SECONDS, clipMaxSeconds);
  }

  /** The chosen maximum or the default, raised to the chosen minimum where that is more. */
  public double longestClipSeconds() {
    if (clipMaxSeconds != null) {
      return clipMaxSeconds;
    }
    return clipMinSeconds == null
        ? DEFAULT_CLIP_MAX_SECONDS
        : Math.max(DEFAULT_CLIP_MAX_SECONDS, clipMinSeconds);
  }
}
