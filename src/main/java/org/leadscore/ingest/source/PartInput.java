package org.leadscore.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputFacts;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.problem.InputException;

/**
 * An input of a table within a file: a member of an archive, or a sheet of a workbook. The file has to stay the same, and the
 * facts of the run are those of the file. Made by {@link TablesWithin}.
 *
 * @param container the file
 * @param inside the path of the member, or the name of the sheet
 * @param size number of bytes; −1 when that is not known
 * @param isSheet true for a sheet
 * @param decimal the decimal point of a sheet's numbers
 */
record PartInput(Input container, String inside, long size, boolean isSheet, char decimal, Opening opening)
        implements Input {

    /** Opens the table's bytes. */
    @FunctionalInterface
    interface Opening {
        /** Opens the bytes; {@code decimal} is the decimal point of a sheet's numbers. */
        InputStream open(ZipArchive archive, char decimal) throws IOException;
    }

    /** Reads the directory of an archive. */
    static ZipArchive archive(Input container) throws IOException {
        OffsetFile file = new OffsetFile() {
            @Override
            public String name() {
                return container.name();
            }

            @Override
            public InputStream open(long from) throws IOException {
                return container.openAt(from);
            }
        };
        return ZipArchive.of(file, container.size());
    }

    @Override
    public String name() {
        return container.name() + "!" + inside;
    }

    @Override
    public InputStream open() throws IOException {
        readThrough();
        InputStream in = opening.open(archive(container), decimal);
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read;
                try {
                    read = super.read(bytes, offset, length);
                } catch (InputException damaged) {
                    container.requireUnchanged(); // or else the damage comes of that
                    throw damaged;
                }
                if (read < 0) {
                    container.requireUnchanged();
                }
                return read;
            }
        };
    }

    /** Reads the whole file once, so that its checksum is that of all its bytes, and later openings find it unchanged. */
    private void readThrough() throws IOException {
        boolean isKnown =
                container.facts().map(facts -> facts.checksum() != null).orElse(false);
        if (isKnown || container.key() == null) {
            container.requireUnchanged();
            return;
        }
        try (InputStream all = container.open()) {
            all.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public @Nullable String place() {
        return container.place();
    }

    @Override
    public Input growing() {
        throw new InputException(container.name() + ": is "
                + (isSheet ? "a workbook" : "an archive")
                + ", whose end cannot be told while it is written; growing: true is for plain text");
    }

    @Override
    public void requireUnchanged() throws IOException {
        container.requireUnchanged();
    }

    @Override
    public @Nullable String key() {
        return container.key();
    }

    @Override
    public Input like(Input other) {
        return new PartInput(container.like(other.container()), inside, size, isSheet, decimal, opening);
    }

    @Override
    public Input withDecimal(char point) {
        return new PartInput(container, inside, size, isSheet, point, opening);
    }

    @Override
    public Optional<InputFacts> facts() {
        return container.facts();
    }
}
