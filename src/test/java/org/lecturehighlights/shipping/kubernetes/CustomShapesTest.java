package org.lecturehighlights.shipping.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomShapesTest {
  private static final String MONITOR =
      """
      apiVersion: monitoring.coreos.com/v1
      kind: PodMonitor
      metadata: {name: sample}
      spec:
        selector: {matchLabels: {a: b}}
        podMetricsEndpoints:
          - port: management
            interval: 15s
      """;

  @Test
  void an_object_of_its_shape_is_taken() {
    assertThat(CustomShapes.objectionsTo(ManifestFiles.read(MONITOR).getFirst())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "interval: 15s, intervall: 15s, podMetricsEndpoints[0].intervall is unknown",
    "interval: 15s, interval: 15, podMetricsEndpoints[0].interval: 15 is no duration",
    "port: management, port: 9000, podMetricsEndpoints[0].port: 9000 is no string",
    "selector:, namespaceSelector:, selector is required",
    "kind: PodMonitor, kind: PodMonitors, no shape of monitoring.coreos.com/v1 is known"
  })
  void an_object_of_another_shape_is_refused(String right, String wrong, String objection) {
    Manifest manifest = ManifestFiles.read(MONITOR.replace(right, wrong)).getFirst();
    assertThat(CustomShapes.objectionsTo(manifest))
        .anySatisfy(found -> assertThat(found).contains(objection));
  }
}
