package org.leadscore.engine.events;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.source.EventName;
import org.leadscore.rules.source.EventSource;

/**
 * The fields that are looked at, as one log has them. Made by {@link LogIntake} and {@code SpilledEvents}.
 *
 * @param notANumber told the index of a field when its value in the row at hand should be a number and is none
 */
public record LogColumns(EventSource source, List<Field> fields, IntConsumer notANumber) {

    /** The value of each field that all rows have; null where rows have their own. */
    public List<@Nullable String> constants() {
        return fields.stream().map(this::constant).toList();
    }

    public List<Reading> readings(long asOf) {
        return fields.stream()
                .map(field -> source.dialect().reading(nameOf(field), asOf))
                .toList();
    }

    /** The column that the field has in this log's tables. */
    public String nameOf(Field field) {
        return field.kind() == Field.Kind.EVENT && source.event() instanceof EventName.FromColumn from
                ? from.column().name()
                : field.name();
    }

    private @Nullable String constant(Field field) {
        return switch (field.kind()) {
            case LOG -> source.name();
            case EVENT -> source.event() instanceof EventName.Constant constant ? constant.name() : null;
            case COLUMN -> null;
        };
    }
}
