package org.lecturehighlights.shipping.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake at a time in manifests that are otherwise in order. */
class PlantedDefectsTest {
  private static final String API = "Deployment lecture-api";
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param value what is written there, as JSON; empty where the field is left out
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_planted_defect_is_found(
      String defect, String object, String pointer, String value, String objection)
      throws Exception {
    List<Manifest> manifests = ManifestFiles.base();
    Manifest patched =
        manifests.stream().filter(it -> it.title().equals(object)).findFirst().orElseThrow();
    plant(patched.json(), JsonPointer.compile(pointer), value);
    assertThat(ManifestChecks.objectionsTo(manifests))
        .as(defect)
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found).contains(objection));
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        defect("misspelt field", API, CONTAINER + "/readynessProbe", "{}", "readynessProbe"),
        defect(
            "string for a number",
            API,
            POD + "/terminationGracePeriodSeconds",
            "\"330\"",
            "Cannot coerce String value"),
        defect(
            "string for a port",
            API,
            CONTAINER + "/ports/0/containerPort",
            "\"8080\"",
            "Cannot coerce String value"),
        defect(
            "number in a ConfigMap",
            "ConfigMap lecture-config",
            "/data/QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
            "12",
            "Cannot coerce Integer value"),
        defect(
            "bad word",
            API,
            POD + "/topologySpreadConstraints/0/whenUnsatisfiable",
            "\"ScheduleSomehow\"",
            "ScheduleSomehow is none of"),
        defect(
            "a process that goes on without memory",
            API,
            CONTAINER + "/env/3/value",
            "\"-Xmx256m\"",
            "goes on without memory"),
        defect("bad quantity", API, CONTAINER + "/resources/limits/memory", "\"512MB\"", "512MB"),
        defect("missing required field", API, CONTAINER + "/name", "", "name is required"),
        defect(
            "mount of an unknown volume",
            API,
            CONTAINER + "/volumeMounts/1/name",
            "\"skratch\"",
            "mounts the volume skratch"),
        defect(
            "selector that differs from the labels",
            API,
            "/spec/selector/matchLabels/app.kubernetes.io~1component",
            "\"server\"",
            "but its pods have"),
        defect(
            "name of a port too long",
            API,
            CONTAINER + "/ports/-",
            "{\"name\": \"a-name-too-long-for-a-port\", \"containerPort\": 8081}",
            "is no name of a port"),
        defect(
            "request above its limit",
            API,
            CONTAINER + "/resources/requests/memory",
            "\"1Gi\"",
            "asks for more memory than its limit"),
        defect(
            "probe that the application does not answer",
            API,
            CONTAINER + "/readinessProbe/httpGet/path",
            "\"/q/health/reddy\"",
            "/q/health/reddy, where nobody is"),
        defect(
            "probe beside the management port",
            API,
            CONTAINER + "/readinessProbe/httpGet/port",
            "\"http\"",
            "no management port"),
        defect(
            "setting that the application does not know",
            API,
            CONTAINER + "/env/-",
            "{\"name\": \"LECTURE_ENGINE_FINNISH\", \"value\": \"5M\"}",
            "LECTURE_ENGINE_FINNISH is read by nobody"),
        defect(
            "unknown setting in the map",
            "ConfigMap lecture-config",
            "/data/LECTURE_DATADIR",
            "\"/data\"",
            "LECTURE_DATADIR is read by nobody"),
        defect(
            "killed while it drains",
            "Deployment lecture-worker",
            POD + "/terminationGracePeriodSeconds",
            "45",
            "is killed before it has drained"),
        defect("root user", API, POD + "/securityContext/runAsUser", "0", "as the user root"),
        defect("root allowed", API, POD + "/securityContext/runAsNonRoot", "", "may run as root"),
        defect(
            "unpinned image",
            API,
            CONTAINER + "/image",
            "\"lecture-highlight-extractor\"",
            "uses whatever image"),
        defect(
            "latest image",
            API,
            CONTAINER + "/image",
            "\"lecture-highlight-extractor:latest\"",
            "uses whatever image"),
        defect(
            "writable root",
            "Deployment lecture-worker",
            CONTAINER + "/securityContext/readOnlyRootFilesystem",
            "false",
            "may write its root"),
        defect(
            "unknown claim",
            API,
            POD + "/volumes/0/persistentVolumeClaim/claimName",
            "\"data\"",
            "needs the PersistentVolumeClaim data"),
        defect(
            "unknown secret",
            "Job lecture-migration",
            CONTAINER + "/env/0/valueFrom/secretKeyRef/name",
            "\"databse\"",
            "needs the Secret databse"),
        defect(
            "service to no port",
            "Service lecture-api",
            "/spec/ports/0/targetPort",
            "\"https\"",
            "asks the port \"https\""),
        defect(
            "scaler of nothing",
            "HorizontalPodAutoscaler lecture-api",
            "/spec/scaleTargetRef/name",
            "\"lecture\"",
            "needs the Deployment lecture"),
        defect(
            "budget of nothing",
            "PodDisruptionBudget lecture-worker",
            "/spec/selector/matchLabels/app.kubernetes.io~1component",
            "\"workers\"",
            "selects no pods"));
  }

  private static Arguments defect(String... parts) {
    return arguments((Object[]) parts);
  }

  private static void plant(ObjectNode object, JsonPointer pointer, String value) throws Exception {
    JsonNode parent = object.at(pointer.head());
    String field = pointer.last().getMatchingProperty();
    if (value.isEmpty()) {
      assertThat(((ObjectNode) parent).remove(field)).as("what is left out").isNotNull();
    } else if (parent instanceof ArrayNode list) {
      list.add(JSON.readTree(value));
    } else {
      ((ObjectNode) parent).set(field, JSON.readTree(value));
    }
  }
}
