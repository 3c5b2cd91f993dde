package org.leadscore.engine.events;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.EventSource;

/**
 * The fields that are looked at, as one log has them. Made by {@link LogIntake} and {@code SpilledEvents}.
 *
 * @param misread told the form and the index of a field when its value in the row at hand should have that form and
 *     does not
 */
public record LogColumns(EventSource source, List<Field> fields, ObjIntConsumer<Wanted> misread) {

    /** The value of each field that all rows have; null where rows have their own. */
    public List<@Nullable String> constants() {
        return fields.stream().map(this::constant).toList();
    }

    /** The reading of each field, for comparisons as of this time. */
    public List<Reading> readings(long asOf) {
        return fields.stream()
                .map(field -> source.dialect().reading(nameOf(field), asOf))
                .toList();
    }

    /** The column that the field has in this log's tables. */
    public String nameOf(Field field) {
        return switch (field.kind()) {
            case EVENT -> source.event().choose(from -> from.column().name(), constant -> field.name());
            case LOG, COLUMN -> field.name();
        };
    }

    private @Nullable String constant(Field field) {
        return switch (field.kind()) {
            case LOG -> source.name();
            case EVENT -> constantEvent().orElse(null);
            case COLUMN -> null;
        };
    }

    private Optional<String> constantEvent() {
        return source.event().choose(from -> Optional.empty(), constant -> Optional.of(constant.name()));
    }
}
