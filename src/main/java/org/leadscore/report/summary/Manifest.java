package org.leadscore.report.summary;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.InputFacts;
import org.leadscore.report.file.Sha256;
import org.leadscore.report.file.WrittenFile;

/**
 * The part of a summary that says which files a run has read and written. Made by the command, written as a part of the
 * summary, and read again to verify the files. Holds nothing that another run over the same files would not hold.
 *
 * @param options of the run, as they were given, by their names without dashes; those on which results depend
 */
public record Manifest(Map<String, List<String>> options, List<Input> inputs, List<Output> outputs) {

    public Manifest {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * A file that a run has read.
     *
     * @param kind one of the constants
     * @param name as the user knows it
     * @param size in bytes; below 0 when it is not known
     * @param modified milliseconds since 1970 UTC; null when it is not known, as for a pipe
     * @param sha256 64 hexadecimal digits; null for all but the rules
     * @param crc32c 8 hexadecimal digits; null for the rules, and for what was not read by this process
     */
    public record Input(
            String kind,
            String name,
            long size,
            @Nullable Long modified,
            @Nullable String sha256,
            @Nullable String crc32c) {

        public static final String RULES = "rules";
        public static final String SOURCE = "source";
        public static final String LEDGER = "ledger";
        public static final String PREVIOUS = "previous";

        /** The rule file, of which the whole text is at hand. */
        public static Input rules(String name, String text, @Nullable Long modified) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Input(RULES, name, bytes.length, modified, Sha256.of(bytes), null);
        }

        /** A file that was read as an input. */
        public static Input of(String kind, InputFacts facts) {
            Instant modified = facts.modified();
            Long checksum = facts.checksum();
            return new Input(
                    kind,
                    facts.name(),
                    facts.size(),
                    modified == null ? null : modified.toEpochMilli(),
                    null,
                    checksum == null ? null : String.format(Locale.ROOT, "%08x", checksum));
        }

        /** The checksum with its kind; empty when there is none. */
        public String checksum() {
            return sha256 != null ? "sha256 " + sha256 : crc32c != null ? "crc32c " + crc32c : "";
        }

        /** True when the other file has the same bytes, as far as both are known. */
        public boolean hasSameBytes(Input other) {
            return (size < 0 || other.size < 0 || size == other.size)
                    && (checksum().isEmpty()
                            || other.checksum().isEmpty()
                            || checksum().equals(other.checksum()));
        }
    }

    /**
     * A file that a run has written.
     *
     * @param kind one of the constants
     * @param name the path from the directory of the summary, with slashes; a path from the root where there is none
     * @param size in bytes
     * @param sha256 64 hexadecimal digits
     */
    public record Output(String kind, String name, long size, String sha256) {

        public static final String LEADS = "leads";
        public static final String PAGE = "page";
        public static final String REJECTS = "rejects";
        public static final String NEXT_STEPS = "next-steps";
        public static final String LEDGER = "ledger";
        public static final String LIST = "list";

        /** A file whose name is its path from the root, until it is taken {@link #from} a summary. */
        public static Output of(String kind, WrittenFile file) {
            return new Output(kind, file.path().toString(), file.bytes(), file.sha256());
        }

        /** The same file by its path from the directory of a summary, which is a path from the root. */
        public Output from(Path summary) {
            Path directory = summary.getParent();
            try {
                Path file = directory == null ? Path.of(name) : directory.relativize(Path.of(name));
                return new Output(kind, file.toString().replace('\\', '/'), size, sha256);
            } catch (IllegalArgumentException onAnotherDrive) {
                return this;
            }
        }
    }
}
