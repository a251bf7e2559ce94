package org.lecturehighlights.app.cli;

import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave the application. */
final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
    return new String[] {LectureHighlights.NAME + " " + version};
  }
}
