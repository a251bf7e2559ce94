package org.lecturehighlights.shipping.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.shipping.KnownSettings;

/** Every check of a set of objects that are applied together. */
final class ManifestChecks {
  private static final KnownSettings SETTINGS = KnownSettings.ofApplication();
  private static final StrictModel MODEL = new StrictModel();

  private ManifestChecks() {}

  static List<String> objectionsTo(List<Manifest> manifests) {
    List<String> objections = new ArrayList<>();
    manifests.forEach(manifest -> objections.addAll(objectionsToForm(manifest)));
    objections.addAll(References.objectionsTo(manifests, documentation()));
    objections.addAll(PodRules.objectionsTo(manifests, SETTINGS));
    return objections;
  }

  /** What is wrong with one object by itself. */
  static List<String> objectionsToForm(Manifest manifest) {
    if (!MODEL.knows(manifest)) {
      return CustomShapes.objectionsTo(manifest);
    }
    try {
      return ModelRules.objectionsTo(MODEL.read(manifest), manifest.title());
    } catch (IllegalArgumentException refused) {
      return List.of(refused.getMessage());
    }
  }

  private static String documentation() {
    try {
      return Files.readString(ManifestFiles.ROOT.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
