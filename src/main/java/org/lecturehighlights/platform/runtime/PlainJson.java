package org.lecturehighlights.platform.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/**
 * JSON other than that of the API, whose mapper Quarkus makes: what one version stores and the next
 * reads, with members named as in Java, durations in seconds and unknown members refused; and the
 * answers of other programs.
 */
public final class PlainJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

  private PlainJson() {}

  /**
   * Reads a text as it is.
   *
   * @throws IllegalArgumentException if the text is not JSON
   */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is not JSON", e);
    }
  }

  public static JsonNode write(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * The reverse of {@link #write}.
   *
   * @throws IllegalStateException for text that another version wrote in a different form
   */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("no " + type.getSimpleName() + " of this version", foreign);
    }
  }

  /** The members of an object as plain Java values; empty if the value is not an object. */
  public static Map<String, Object> members(JsonNode json) {
    return json.isObject() ? MAPPER.convertValue(json, new TypeReference<>() {}) : Map.of();
  }
}
