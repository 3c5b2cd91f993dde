package org.leadscore.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A list that lies beside the classes of this package: UTF-8, an entry a line. */
final class ShippedList {

    private ShippedList() {}

    /**
     * The entries in the order of the list.
     *
     * @throws IllegalStateException when the program was packed without the list
     */
    static Stream<String> lines(String name) {
        try (InputStream in = ShippedList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
