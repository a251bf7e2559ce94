package org.lecturehighlights.service.job;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of {@link ProcessingConfig} by their names in JSON and in their order, so that a
 * setting is declared there and nowhere else.
 */
final class ConfigMembers {
  private record Member(String name, Class<?> type, Method accessor, boolean isFormField) {}

  private static final List<Member> ALL =
      Arrays.stream(ProcessingConfig.class.getRecordComponents()).map(ConfigMembers::of).toList();

  private static final Constructor<ProcessingConfig> CONSTRUCTOR = constructor();

  private ConfigMembers() {}

  /** The names of the members that are form fields. */
  static List<String> formFields() {
    return ALL.stream().filter(Member::isFormField).map(Member::name).toList();
  }

  /** The settings that the caller gave, by name. */
  static SequencedMap<String, Object> given(ProcessingConfig config) {
    SequencedMap<String, Object> given = new LinkedHashMap<>();
    for (Member member : ALL) {
      @Nullable Object value = value(member, config);
      if (value != null) {
        given.put(member.name(), value);
      }
    }
    return given;
  }

  /**
   * Builds the settings from whatever values are known; a value of the wrong type counts as
   * missing.
   *
   * @param values the value of a setting, by its name
   */
  static ProcessingConfig of(Function<String, @Nullable Object> values) {
    try {
      return CONSTRUCTOR.newInstance(
          ALL.stream().map(member -> typed(values.apply(member.name()), member.type())).toArray());
    } catch (ReflectiveOperationException defect) {
      throw new IllegalStateException("the settings cannot be constructed", defect);
    }
  }

  /** JSON, unlike Java, has only one type of number. */
  private static @Nullable Object typed(@Nullable Object value, Class<?> type) {
    if (value instanceof Number number) {
      if (type == Integer.class) {
        return number.intValue();
      }
      if (type == Double.class) {
        return number.doubleValue();
      }
    }
    return type.isInstance(value) ? value : null;
  }

  private static @Nullable Object value(Member member, ProcessingConfig config) {
    try {
      return member.accessor().invoke(config);
    } catch (ReflectiveOperationException defect) {
      throw new IllegalStateException("a setting cannot be read", defect);
    }
  }

  private static Member of(RecordComponent component) {
    return new Member(
        new PropertyNamingStrategies.SnakeCaseStrategy().translate(component.getName()),
        component.getType(),
        component.getAccessor(),
        component.isAnnotationPresent(FormField.class));
  }

  private static Constructor<ProcessingConfig> constructor() {
    try {
      return ProcessingConfig.class.getDeclaredConstructor(
          ALL.stream().map(Member::type).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException defect) {
      throw new IllegalStateException("every record has this constructor", defect);
    }
  }
}
