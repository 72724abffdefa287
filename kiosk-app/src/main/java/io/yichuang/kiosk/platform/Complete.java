package io.yichuang.kiosk.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer holds all that its record promises: the parser leaves null what is missing, and
 * the compiler cannot see that.
 */
final class Complete {
  private Complete() {}

  /**
   * The first part that is missing, as {@code Type.part}: names of ours, never a value.
   *
   * @param value a record, or a collection or map of records; other values have no parts
   */
  static Optional<String> missing(Object value) {
    return switch (value) {
      case Record record -> missingIn(record);
      case Collection<?> all -> missingAmong(all);
      case Map<?, ?> all -> missingAmong(all.values());
      default -> Optional.empty();
    };
  }

  private static Optional<String> missingAmong(Collection<?> all) {
    for (Object one : all) {
      Optional<String> missing = one == null ? Optional.of("an entry") : missing(one);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missingIn(Record record) {
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      Object value = value(record, part);
      boolean optional = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (value == null && !optional) {
        return Optional.of(record.getClass().getSimpleName() + "." + part.getName());
      }
      Optional<String> deeper = value == null ? Optional.empty() : missing(value);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object value(Record record, RecordComponent part) {
    try {
      var accessor = part.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record of ours cannot be read: " + part.getName(), e);
    }
  }
}
