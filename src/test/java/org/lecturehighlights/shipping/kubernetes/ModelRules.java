package org.lecturehighlights.shipping.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes asks of values beyond their types: fields that must be there, words of a list,
 * quantities, names. Taken from the API reference, for the types that the manifests use.
 */
final class ModelRules {
  private static final Pattern QUANTITY =
      Pattern.compile(
          "[+-]?(\\d+|\\d+\\.\\d*|\\.\\d+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\\d+)?");
  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern OBJECT_NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9]([-.a-z0-9]*[a-z0-9])?");

  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("ObjectMeta", List.of("name")),
          Map.entry("DeploymentSpec", List.of("selector", "template")),
          Map.entry("StatefulSetSpec", List.of("selector", "template", "serviceName")),
          Map.entry("JobSpec", List.of("template")),
          Map.entry("PodSpec", List.of("containers")),
          Map.entry("Container", List.of("name", "image")),
          Map.entry("ContainerPort", List.of("containerPort")),
          Map.entry("EnvVar", List.of("name")),
          Map.entry("SecretKeySelector", List.of("name", "key")),
          Map.entry("ConfigMapKeySelector", List.of("name", "key")),
          Map.entry("Volume", List.of("name")),
          Map.entry("VolumeMount", List.of("name", "mountPath")),
          Map.entry("PersistentVolumeClaimVolumeSource", List.of("claimName")),
          Map.entry("PersistentVolumeClaimSpec", List.of("accessModes", "resources")),
          Map.entry("HTTPGetAction", List.of("port")),
          Map.entry("TopologySpreadConstraint", List.of("topologyKey", "whenUnsatisfiable")),
          Map.entry("LabelSelectorRequirement", List.of("key", "operator")),
          Map.entry("ServicePort", List.of("port")),
          Map.entry("HorizontalPodAutoscalerSpec", List.of("scaleTargetRef", "maxReplicas")),
          Map.entry("CrossVersionObjectReference", List.of("kind", "name")),
          Map.entry("MetricSpec", List.of("type")),
          Map.entry("ResourceMetricSource", List.of("name", "target")),
          Map.entry("MetricTarget", List.of("type")),
          Map.entry("HPAScalingPolicy", List.of("type", "value", "periodSeconds")),
          Map.entry("PodDisruptionBudgetSpec", List.of("selector")),
          Map.entry("NetworkPolicySpec", List.of("podSelector")),
          Map.entry("HTTPIngressRuleValue", List.of("paths")),
          Map.entry("HTTPIngressPath", List.of("pathType", "backend")),
          Map.entry("IngressServiceBackend", List.of("name")),
          Map.entry("ParentReference", List.of("name")),
          Map.entry("HTTPBackendRef", List.of("name")));

  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("Container.imagePullPolicy", List.of("Always", "IfNotPresent", "Never")),
          Map.entry("ContainerPort.protocol", PROTOCOLS),
          Map.entry("ServicePort.protocol", PROTOCOLS),
          Map.entry("NetworkPolicyPort.protocol", PROTOCOLS),
          Map.entry("PodSpec.restartPolicy", List.of("Always", "OnFailure", "Never")),
          Map.entry(
              "PodSpec.dnsPolicy",
              List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None")),
          Map.entry(
              "ServiceSpec.type", List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")),
          Map.entry(
              "TopologySpreadConstraint.whenUnsatisfiable",
              List.of("DoNotSchedule", "ScheduleAnyway")),
          Map.entry(
              "LabelSelectorRequirement.operator",
              List.of("In", "NotIn", "Exists", "DoesNotExist")),
          Map.entry("DeploymentStrategy.type", List.of("Recreate", "RollingUpdate")),
          Map.entry("SeccompProfile.type", List.of("RuntimeDefault", "Localhost", "Unconfined")),
          Map.entry("PodSecurityContext.fsGroupChangePolicy", List.of("Always", "OnRootMismatch")),
          Map.entry("HTTPGetAction.scheme", List.of("HTTP", "HTTPS")),
          Map.entry(
              "HTTPIngressPath.pathType", List.of("Exact", "Prefix", "ImplementationSpecific")),
          Map.entry("HTTPPathMatch.type", List.of("Exact", "PathPrefix", "RegularExpression")),
          Map.entry(
              "MetricSpec.type",
              List.of("ContainerResource", "External", "Object", "Pods", "Resource")),
          Map.entry("MetricTarget.type", List.of("Utilization", "Value", "AverageValue")),
          Map.entry("HPAScalingPolicy.type", List.of("Pods", "Percent")),
          Map.entry("NetworkPolicySpec.policyTypes", List.of("Ingress", "Egress")),
          Map.entry("EmptyDirVolumeSource.medium", List.of("", "Memory")),
          Map.entry("PersistentVolumeClaimSpec.volumeMode", List.of("Filesystem", "Block")),
          Map.entry(
              "PersistentVolumeClaimSpec.accessModes",
              List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")));

  private final List<String> objections = new ArrayList<>();

  private ModelRules() {}

  /** What is wrong with an object of Kubernetes' model and all that it contains. */
  static List<String> objectionsTo(Object object, String title) {
    ModelRules rules = new ModelRules();
    rules.visit(object, title);
    return rules.objections;
  }

  static boolean isQuantity(String text) {
    return QUANTITY.matcher(text).matches();
  }

  private void visit(@Nullable Object value, String path) {
    switch (value) {
      case null -> {}
      case Quantity quantity -> check(QUANTITY, quantity.toString(), path, "quantity");
      case IntOrString port -> visitPort(port, path);
      case List<?> list -> {
        for (int index = 0; index < list.size(); index++) {
          visit(list.get(index), path + "[" + index + "]");
        }
      }
      case Map<?, ?> map -> map.forEach((key, item) -> visit(item, path + "." + key));
      default -> {
        if (value.getClass().getName().startsWith("io.fabric8.")) {
          visitFields(value, path);
        }
      }
    }
  }

  private void visitFields(Object object, String path) {
    String type = object.getClass().getSimpleName();
    List<String> required =
        path.endsWith(".template.metadata") ? List.of() : REQUIRED.getOrDefault(type, List.of());
    for (Field field : object.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || field.getName().equals("additionalProperties")) {
        continue;
      }
      Object value = read(field, object);
      String here = path + "." + field.getName();
      if (required.contains(field.getName()) && isAbsent(value)) {
        objections.add(here + " is required");
      }
      checkWord(type + "." + field.getName(), value, here);
      visit(value, here);
    }
    switch (type) {
      case "ContainerPort" -> checkPort(object, path);
      case "ObjectMeta" -> checkText(object, "name", OBJECT_NAME, path, "name");
      default -> {}
    }
  }

  private void checkPort(Object port, String path) {
    checkText(port, "name", PORT_NAME, path, "name of a port");
    if (read(field(port, "containerPort"), port) instanceof Integer number) {
      checkPortNumber(number, path + ".containerPort");
    }
  }

  private void visitPort(IntOrString value, String path) {
    boolean port = path.endsWith("ort");
    if (port && value.getStrVal() != null) {
      check(PORT_NAME, value.getStrVal(), path, "name of a port");
    } else if (port) {
      checkPortNumber(value.getIntVal(), path);
    }
  }

  private void checkPortNumber(int number, String path) {
    if (number < 1 || number > 65_535) {
      objections.add(path + ": " + number + " is no port");
    }
  }

  private void checkWord(String field, @Nullable Object value, String path) {
    List<String> words = WORDS.get(field);
    if (words == null || value == null) {
      return;
    }
    for (Object word : value instanceof List<?> list ? list : List.of(value)) {
      if (!words.contains(word)) {
        objections.add(path + ": " + word + " is none of " + words);
      }
    }
  }

  private void checkText(Object object, String name, Pattern form, String path, String what) {
    if (read(field(object, name), object) instanceof String text) {
      check(form, text, path + "." + name, what);
    }
  }

  private void check(Pattern form, String text, String path, String what) {
    if (!form.matcher(text).matches()) {
      objections.add(path + ": \"" + text + "\" is no " + what);
    }
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || value instanceof List<?> list && list.isEmpty();
  }

  private static Field field(Object object, String name) {
    try {
      return object.getClass().getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("the model has changed", e);
    }
  }

  private static @Nullable Object read(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
