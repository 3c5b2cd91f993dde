package org.leadscore.rules.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leadscore.rules.yaml.Durations;

/**
 * The shapes of single values. The reader takes every scalar as text and gives it a type when it is asked for one, so that {@code "5"} is a
 * number too, and {@code 5} a text.
 */
public final class ScalarShapes {

    /** The JSON types of a scalar in YAML; not the type of a value that is missing. */
    private static final String[] SCALAR = {"string", "number", "boolean"};

    static final String NOT_BLANK = "\\S";

    private static final String NUMBER = "^\\s*[+-]?[0-9]+(\\.[0-9]+)?\\s*$";
    private static final String POINTS = "^\\s*[+-]?[0-9]+(\\.[0-9]{1,3}0*)?\\s*$";
    private static final String WHOLE = "^\\s*[+-]?[0-9]+(\\.0+)?\\s*$";
    private static final String SHARE = "^\\s*\\+?0*(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)\\s*%$";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?";
    private static final int MOST_POINTS = 100_000;

    private ScalarShapes() {}

    /** Adds the shapes that have a name to the definitions of the schema. */
    public static void define(Map<String, Shape> definitions) {
        definitions.put("text", scalar().pattern(NOT_BLANK));
        definitions.put("texts", textOr("array").items(text()));
        definitions.put("number", Shape.of("number", "string").pattern(NUMBER));
        definitions.put(
                "points",
                Shape.of("number", "string").between(-MOST_POINTS, MOST_POINTS).pattern(POINTS));
        definitions.put(
                "duration",
                Shape.of("string")
                        .pattern("^(?!0+[a-z])" + Durations.FORM.pattern() + "$")
                        .examples("30d"));
        definitions.put("share", Shape.of("string").pattern(SHARE).examples("25%"));
        definitions.put(
                "moment",
                Shape.of("string").pattern("^\\s*" + DATE + "\\s*$").examples("2026-01-31", "2026-01-31 14:30"));
        definitions.put("truth", Shape.of("boolean", "string").pattern("^(true|false)$"));
    }

    /** Any scalar, a blank one too. */
    public static Shape scalar() {
        return Shape.of(SCALAR);
    }

    /** A text. */
    public static Shape text() {
        return Shape.named("text");
    }

    /** Any scalar, or a value of the other types, which the caller describes. */
    public static Shape scalarOr(String... types) {
        List<String> all = new ArrayList<>(List.of(SCALAR));
        all.addAll(List.of(types));
        return Shape.of(all.toArray(String[]::new));
    }

    /** One text or a list of them. */
    public static Shape texts() {
        return Shape.named("texts");
    }

    /** A text, or a value of the other types, which the caller describes. */
    public static Shape textOr(String... types) {
        return scalarOr(types).pattern(NOT_BLANK);
    }

    /** A number. */
    public static Shape number() {
        return Shape.named("number");
    }

    /** A number, or a value of the other types, which the caller describes. */
    public static Shape numberOr(String... types) {
        List<String> all = new ArrayList<>(List.of("number", "string"));
        all.addAll(List.of(types));
        return Shape.of(all.toArray(String[]::new)).pattern(NUMBER);
    }

    /** Points, with six decimals at most. */
    public static Shape points() {
        return Shape.named("points");
    }

    /** A whole number; both ends are allowed. */
    public static Shape whole(long least, long most) {
        return Shape.of("integer", "string").between(least, most).pattern(WHOLE);
    }

    /** A duration such as {@code 30d}. */
    public static Shape duration() {
        return Shape.named("duration");
    }

    /** An age: a duration. */
    public static Shape age() {
        return Shape.of("string").pattern("^" + Durations.FORM.pattern() + "$").examples("2d");
    }

    /** A share: a percentage, or a number from 0 to 1. */
    public static Shape share() {
        return Shape.named("share");
    }

    /** A day, or a day and a time. */
    public static Shape moment() {
        return Shape.named("moment");
    }

    /** A moment, or a duration before the as-of time. */
    public static Shape bound() {
        return Shape.of("string")
                .pattern("^(" + Durations.FORM.pattern() + "|\\s*" + DATE + "\\s*)$")
                .examples("90d", "2026-01-31");
    }

    /** True or false. */
    public static Shape truth() {
        return Shape.named("truth");
    }

    /** The word true. */
    public static Shape onlyTrue() {
        return Shape.exactly(JsonNodeFactory.instance.booleanNode(true));
    }

    /** The number 1. */
    public static Shape onlyOne() {
        return Shape.exactly(JsonNodeFactory.instance.numberNode(1));
    }
}
