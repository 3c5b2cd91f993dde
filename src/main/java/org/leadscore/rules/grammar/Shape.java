package org.leadscore.rules.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The shape of a value of a rule file, as JSON Schema; built up keyword by keyword. When a value may be of several
 * types, the keywords for each stand side by side: editors say more of a mistake than when each type is an alternative
 * of its own.
 */
public final class Shape {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private Shape() {}

    /** A value of one of these types. */
    public static Shape of(String... types) {
        Shape shape = new Shape();
        return types.length == 1 ? shape.put("type", text(types[0])) : shape.put("type", texts(List.of(types)));
    }

    /** A definition of that name. */
    public static Shape named(String definition) {
        return new Shape().put("$ref", text("#/$defs/" + definition));
    }

    /** One of these words. */
    public static Shape oneOf(Collection<String> words) {
        return new Shape().put("enum", texts(words.stream().sorted().toList()));
    }

    /** One value only, in quotes or not. */
    static Shape exactly(JsonNode value) {
        ArrayNode both = JsonNodeFactory.instance.arrayNode().add(value).add(value.asText());
        return new Shape().put("enum", both);
    }

    /** A value of one shape or of the other. */
    public static Shape either(Shape one, Shape other) {
        return new Shape()
                .put("anyOf", JsonNodeFactory.instance.arrayNode().add(one.node).add(other.node));
    }

    /** A mapping that has the keys which are named, and no others. */
    public static Shape mapping() {
        return of("object").closed();
    }

    /** A mapping from names of the user's own, none of them blank. */
    public static Shape mappingTo(Shape value) {
        return of("object").named().others(value);
    }

    /** A list that has at least one item. */
    public static Shape listOf(Shape item) {
        return of("array").items(item);
    }

    /** No value at all, for a key that must not be there. */
    private static JsonNode never() {
        return JsonNodeFactory.instance.booleanNode(false);
    }

    /** Asks that the text matches. */
    public Shape pattern(String regex) {
        return put("pattern", text(regex));
    }

    /** Asks for a number within these bounds, both allowed. */
    public Shape between(long least, long most) {
        return put("minimum", JsonNodeFactory.instance.numberNode(least))
                .put("maximum", JsonNodeFactory.instance.numberNode(most));
    }

    /** Asks for a number above the bound. */
    public Shape above(long bound) {
        return put("exclusiveMinimum", JsonNodeFactory.instance.numberNode(bound));
    }

    /** Names examples, which editors offer. */
    public Shape examples(String... texts) {
        return put("examples", texts(List.of(texts)));
    }

    /** Names the value that holds where none is given. */
    public Shape usually(String value) {
        return put("default", text(value));
    }

    /** Names the number that holds where none is given. */
    public Shape usually(long value) {
        return put("default", JsonNodeFactory.instance.numberNode(new BigDecimal(value)));
    }

    /** A list of at least one item of that shape. */
    public Shape items(Shape item) {
        return put("items", item.node).put("minItems", JsonNodeFactory.instance.numberNode(1));
    }

    /** A key of a mapping, and what it is for. */
    public Shape key(String name, String description, Shape value) {
        ObjectNode described = JsonNodeFactory.instance.objectNode().put("description", description);
        described.setAll(value.node);
        part("properties").set(name, described);
        return this;
    }

    /** Keys that must not be there, as they have another meaning elsewhere. */
    public Shape never(String... names) {
        for (String name : names) {
            part("properties").set(name, never());
        }
        return this;
    }

    /** Keys that must be there. */
    public Shape needs(String... names) {
        return put("required", texts(List.of(names)));
    }

    /** At least one of these keys must be there. */
    public Shape needsOneOf(Collection<String> names) {
        ArrayNode any = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> any.add(new Shape().needs(name).node));
        return put("anyOf", any);
    }

    /** At least one key must be there. */
    public Shape notEmpty() {
        return put("minProperties", JsonNodeFactory.instance.numberNode(1));
    }

    /** Exactly one key must be there. */
    public Shape alone() {
        return notEmpty().put("maxProperties", JsonNodeFactory.instance.numberNode(1));
    }

    /** The shape of the values of all other keys. */
    public Shape others(Shape value) {
        return put("additionalProperties", value.node);
    }

    /** No keys but those which are named. */
    public Shape closed() {
        return put("additionalProperties", never());
    }

    /** Keys must not be blank. */
    public Shape named() {
        return put("propertyNames", new Shape().pattern(ScalarShapes.NOT_BLANK).node);
    }

    /** A key that cannot stand beside the others. */
    public Shape excludes(String key, String... others) {
        part("dependentSchemas").set(key, new Shape().never(others).node);
        return this;
    }

    /** A key that means something only beside another. */
    public Shape goesWith(String key, String other) {
        part("dependentRequired").set(key, texts(List.of(other)));
        return this;
    }

    /** In a list of several, each item has the key. */
    public Shape whereSeveralNeed(String key) {
        return put("if", new Shape().put("minItems", JsonNodeFactory.instance.numberNode(2)).node)
                .put("then", new Shape().put("items", new Shape().needs(key).node).node);
    }

    /**
     * The ways to write the mapping, of which one must be followed. A key of a form can stand only where its form does.
     */
    public Shape inOneForm(Form... forms) {
        List<String> all = new ArrayList<>();
        for (Form form : forms) {
            form.keys().stream().filter(key -> !all.contains(key)).forEach(all::add);
        }
        ArrayNode any = JsonNodeFactory.instance.arrayNode();
        for (Form form : forms) {
            Shape shape = new Shape().put("required", texts(form.needed()));
            shape.never(all.stream().filter(key -> !form.keys().contains(key)).toArray(String[]::new));
            any.add(shape.node);
        }
        return put("anyOf", any);
    }

    /**
     * One way to write a mapping.
     *
     * @param needed keys that make it this form
     * @param allowed keys that may stand beside them
     */
    public record Form(List<String> needed, List<String> allowed) {

        /** A form that has these keys. */
        public static Form of(String... needed) {
            return new Form(List.of(needed), List.of());
        }

        /** Adds keys that the form may have. */
        public Form with(String... keys) {
            return new Form(needed, List.of(keys));
        }

        List<String> keys() {
            List<String> keys = new ArrayList<>(needed);
            keys.addAll(allowed);
            return keys;
        }
    }

    /** The shape as a node of the JSON Schema. */
    public JsonNode json() {
        return node;
    }

    private Shape put(String keyword, JsonNode value) {
        node.set(keyword, value);
        return this;
    }

    private ObjectNode part(String keyword) {
        return node.withObjectProperty(keyword);
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
