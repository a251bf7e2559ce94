package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;

/** The pages know the stages, the formats, the exports and the addresses that there are. */
class PagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
  private static final Path UI = RESOURCES.resolve("ui");
  private static final String EXPORTS = "org.lecturehighlights.service.export.ExportResource";

  @Test
  void the_progress_names_every_stage_in_its_order() throws IOException {
    assertThat(found("\\['([a-z_]+)', '", text(UI.resolve("progress.js"))))
        .containsExactlyElementsOf(
            Stream.of(LectureStage.values()).map(LectureStage::code).toList());
  }

  @Test
  void every_caption_format_can_be_downloaded() throws IOException {
    String list = found("CAPTIONS = \\[([^\\]]*)\\]", text(UI.resolve("clips.js"))).getFirst();
    assertThat(found("'(\\w+)'", list))
        .containsExactlyElementsOf(
            Stream.of(CaptionFormat.values()).map(CaptionFormat::extension).toList());
  }

  @Test
  void every_caption_format_is_served_for_clips_and_for_lectures() {
    Set<String> addresses = JaxRsAddresses.all();
    for (CaptionFormat format : CaptionFormat.values()) {
      assertThat(addresses)
          .contains(
              "/api/v1/clips/{}/" + format.fileName("subtitles"),
              "/api/v1/jobs/{}/" + format.fileName("transcript"));
    }
  }

  @Test
  void every_export_can_be_downloaded() throws IOException {
    assertThat(found("file\\('([a-z.]+)'", text(UI.resolve("clips.js"))))
        .containsAll(
            JaxRsAddresses.of(CLASSES.get(EXPORTS)).stream()
                .map(address -> address.replaceFirst(".*/", ""))
                .toList());
  }

  @Test
  void every_address_that_the_pages_ask_is_served() throws IOException {
    Set<String> served = JaxRsAddresses.all();
    String calls = text(UI.resolve("api.js"));
    Set<String> asked = new TreeSet<>();
    for (String path : found("(?:get|call|send)\\([`'](/[^`']*)[`']", calls)) {
      asked.add("/api/v1" + path);
    }
    found("\\$\\{ROOT\\}(/[^`]*)`", calls).forEach(path -> asked.add("/api/v1" + path));
    Set<String> unknown =
        asked.stream()
            .map(PagesTest::withoutParameters)
            .filter(address -> served.stream().noneMatch(known -> fits(address, known)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(unknown).as("addresses that no resource serves").isEmpty();
  }

  @Test
  void every_module_and_every_element_that_the_pages_name_is_there() throws IOException {
    String page = text(RESOURCES.resolve("index.html"));
    Set<String> ids = new TreeSet<>(found("id=\"([^\"]+)\"", page));
    Set<String> modules = names(UI).filter(name -> name.endsWith(".js")).collect(toSet());
    Set<String> imported = new TreeSet<>(found("src=\"/ui/([^\"]+\\.js)\"", page));
    Set<String> wanted = new TreeSet<>();
    for (String module : modules) {
      String code = text(UI.resolve(module));
      imported.addAll(found("from '\\./([^']+)'", code));
      wanted.addAll(found("byId\\('([^']+)'\\)", code));
      ids.addAll(found("\\bid: '([^']+)'", code));
    }
    assertThat(imported).as("modules that are loaded").isEqualTo(new TreeSet<>(modules));
    assertThat(ids).as("elements").containsAll(wanted);
    assertThat(wanted).isNotEmpty();
  }

  /** A parameter that the page fills in stands for one part of the path or for its end. */
  private static boolean fits(String address, String known) {
    String pattern =
        Arrays.stream(address.split("\\{\\}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+"));
    return known.matches(pattern);
  }

  private static String withoutParameters(String template) {
    return template
        .replaceAll("\\$\\{[^}]*\\}", "{}")
        .replaceFirst("\\?.*", "")
        .replaceFirst("/$", "");
  }

  private static Collector<String, ?, Set<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Stream<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
