package org.leadscore.rules.rewrite;

import org.leadscore.rules.rule.Attribute.Unlearned.Form;

/**
 * A rule for one column, whose table is to be learned. Made by calibration for {@code learn: all}.
 *
 * @param name of the rule, which no other rule of the file has
 * @param column as the header has it
 */
public record ColumnRule(String name, String column, Form form) {}
