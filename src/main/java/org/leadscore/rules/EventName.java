package org.leadscore.rules;

/** Where the name of a row's event comes from. */
public sealed interface EventName {

    record FromColumn(Field column) implements EventName {}

    record Constant(String name) implements EventName {}
}
