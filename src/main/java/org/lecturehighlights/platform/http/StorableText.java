package org.lecturehighlights.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Texts of requests. PostgreSQL stores no NUL, and half of a surrogate pair is no character: both
 * are refused where they come in, before they meet something that cannot write them.
 */
final class StorableText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  StorableText() {
    super(String.class);
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && !isStorable(text)) {
      throw context.weirdStringException(text, String.class, "no text");
    }
    return text;
  }

  /** Whether every character of a text is one that the database can write. */
  static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isNone);
  }

  private static boolean isNone(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
