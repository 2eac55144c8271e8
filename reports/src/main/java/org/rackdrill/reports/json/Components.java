package org.rackdrill.reports.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.capacity.Likely;

/** What a record is made of. */
final class Components {
    private Components() {}

    static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component + " of a public record", e);
        }
    }

    static Object newRecord(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    /** What the key of a number is followed by in that of its interval. */
    static final String RANGE = "Range";

    /** Returns whether a component is a number with an interval, or may be one. */
    static boolean isLikely(RecordComponent component) {
        return ofType(component) == Likely.class;
    }

    /** Returns whether a component may be empty. */
    static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class;
    }

    /** Returns the type of what is in a component, without what says that it may be missing. */
    static Type ofType(RecordComponent component) {
        return isOptional(component) && component.getGenericType() instanceof ParameterizedType optional
                ? optional.getActualTypeArguments()[0]
                : component.getGenericType();
    }

    /** Returns what an optional holds, and anything else as it is. */
    static @Nullable Object present(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
