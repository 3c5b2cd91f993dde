package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the part of the summary about files that were read and written, for programs and for {@code verify}. */
final class ManifestJson {

    private ManifestJson() {}

    static void write(JsonGenerator json, Manifest manifest) throws IOException {
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, List<String>> option : manifest.options().entrySet()) {
            option(json, option.getKey(), option.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("inputs");
        for (Manifest.Input input : manifest.inputs()) {
            input(json, input);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outputs");
        for (Manifest.Output output : manifest.outputs()) {
            json.writeStartObject();
            json.writeStringField("kind", output.kind());
            json.writeStringField("name", output.name());
            json.writeNumberField("size", output.size());
            json.writeStringField("sha256", output.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes true for an option without a value, a text for one with one value, or else a list. */
    private static void option(JsonGenerator json, String name, List<String> values) throws IOException {
        if (values.isEmpty()) {
            json.writeBooleanField(name, true);
        } else if (values.size() == 1) {
            json.writeStringField(name, values.get(0));
        } else {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private static void input(JsonGenerator json, Manifest.Input input) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", input.kind());
        json.writeStringField("name", input.name());
        if (input.size() >= 0) {
            json.writeNumberField("size", input.size());
        }
        if (input.modified() != null) {
            json.writeStringField(
                    "modified", Instant.ofEpochMilli(input.modified()).toString());
        }
        if (input.sha256() != null) {
            json.writeStringField("sha256", input.sha256());
        } else if (input.crc32c() != null) {
            json.writeStringField("crc32c", input.crc32c());
        } else {
            json.writeStringField("checksum", "left out: this file was read on a cluster");
        }
        json.writeEndObject();
    }
}
