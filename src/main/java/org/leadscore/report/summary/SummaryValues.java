package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;

/**
 * The values of a summary that was written as JSON, read again, each by its place as a JSON pointer, such as
 * {@code /leads/total}. {@code verify} takes it.
 */
public final class SummaryValues {

    private static final String OPTIONS = "/options/";
    private static final long MOST_BYTES = 1 << 28;

    /** Keys of which two runs over the same files may differ, or that are compared in another way. */
    private static final Set<String> NOT_COMPARED =
            Set.of("version", "rules", "options", "inputs", "outputs", "memory", "seconds");

    /** Values that depend on where the earlier ranking stands. */
    private static final Set<String> OF_PLACE = Set.of("/changes/since", "/changes/as_of");

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** The places where true stands, which is another thing than the text. */
    private final Set<String> trues = new HashSet<>();

    private SummaryValues(Path file) {
        this.file = file;
    }

    /**
     * Reads a summary.
     *
     * @throws InputException when it is not there, or is no summary with the files of its run
     */
    public static SummaryValues read(Path file) {
        SummaryValues summary = new SummaryValues(file);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw summary.damaged("it has more than " + (MOST_BYTES >> 20) + " MiB");
            }
            summary.read(Files.readAllBytes(file));
        } catch (JsonProcessingException noJson) {
            throw summary.damaged("line " + noJson.getLocation().getLineNr() + " is no JSON");
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read, " + Trouble.of(failure), failure);
        }
        if (!summary.values.containsKey("/as_of")
                || !summary.values.containsKey("/inputs")
                || !summary.values.containsKey("/outputs")) {
            throw summary.damaged("it does not say what its run has read and written");
        }
        return summary;
    }

    private void read(byte[] bytes) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String place = parser.getParsingContext().pathAsPointer().toString();
                if (token == JsonToken.VALUE_TRUE) {
                    trues.add(place);
                }
                if (token.isScalarValue()) {
                    values.put(place, parser.getText());
                } else if (token.isStructStart()) {
                    values.put(place, "");
                }
            }
        }
    }

    /** The version of the program that wrote it. */
    public String version() {
        return values.getOrDefault("/version", "");
    }

    /** The as-of time as it is written. */
    public String asOf() {
        return Objects.requireNonNull(values.get("/as_of"));
    }

    /**
     * The as-of time.
     *
     * @return milliseconds since 1970 UTC
     * @throws InputException when it is none
     */
    public long asOfMillis() {
        try {
            return OffsetDateTime.parse(asOf()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException none) {
            throw damaged("its as_of is no time");
        }
    }

    /**
     * The files that its run has read and written.
     *
     * @throws InputException when they are not written as a run writes them
     */
    public Manifest manifest() {
        List<Manifest.Input> inputs = new ArrayList<>();
        for (int i = 0; values.containsKey("/inputs/" + i); i++) {
            inputs.add(input("/inputs/" + i + "/"));
        }
        List<Manifest.Output> outputs = new ArrayList<>();
        for (int i = 0; values.containsKey("/outputs/" + i); i++) {
            String at = "/outputs/" + i + "/";
            outputs.add(new Manifest.Output(
                    required(at + "kind"),
                    path(required(at + "name")),
                    size(required(at + "size")),
                    required(at + "sha256")));
        }
        return new Manifest(options(), inputs, outputs);
    }

    /**
     * The places, such as {@code /leads/total}, at which the figures of two summaries differ. Versions, memory, times
     * and the files themselves are no figures.
     */
    public List<String> differences(SummaryValues other) {
        Set<String> places = new LinkedHashSet<>(values.keySet());
        places.addAll(other.values.keySet());
        return places.stream()
                .filter(place -> !NOT_COMPARED.contains(place.split("/", 3)[place.isEmpty() ? 0 : 1]))
                .filter(place -> !OF_PLACE.contains(place))
                .filter(place -> !Objects.equals(values.get(place), other.values.get(place)))
                .toList();
    }

    /** The value at a place; null where there is none. */
    public @Nullable String at(String place) {
        return values.get(place);
    }

    private Map<String, List<String>> options() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        values.forEach((place, value) -> {
            if (place.startsWith(OPTIONS)) {
                String[] parts = place.substring(OPTIONS.length()).split("/", 2);
                boolean isList = parts.length == 1 && values.containsKey(place + "/0");
                List<String> given = options.computeIfAbsent(parts[0], any -> new ArrayList<>());
                if (!isList && !trues.contains(place)) {
                    given.add(value);
                }
            }
        });
        return options;
    }

    private Manifest.Input input(String at) {
        String size = values.get(at + "size");
        String modified = values.get(at + "modified");
        return new Manifest.Input(
                required(at + "kind"),
                required(at + "name"),
                size == null ? -1 : size(size),
                modified == null ? null : millis(modified),
                values.get(at + "sha256"),
                values.get(at + "crc32c"));
    }

    private String path(String name) {
        try {
            return Path.of(name).toString().replace('\\', '/');
        } catch (InvalidPathException none) {
            throw damaged("it names a file that cannot be");
        }
    }

    private long size(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw damaged("the size of a file is no number");
        }
    }

    private long millis(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException none) {
            throw damaged("the time of a file is none");
        }
    }

    private String required(String place) {
        String value = values.get(place);
        if (value == null) {
            throw damaged("it has no " + place);
        }
        return value;
    }

    private InputException damaged(String why) {
        return new InputException(file + ": is no summary of a run with its files, " + why);
    }
}
