package org.leadscore.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A list that lies beside the classes of this package: UTF-8, an entry a line; a line that begins with # is a comment. */
final class ShippedList {

    private ShippedList() {}

    /**
     * The entries in the order of the list.
     *
     * @throws IllegalStateException when the program was packed without the list
     */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        String text = text(name);
        int end;
        for (int at = 0; (end = text.indexOf('\n', at)) >= 0; at = end + 1) {
            if (text.charAt(at) != '#') {
                lines.add(text.substring(at, end));
            }
        }
        return lines;
    }

    /**
     * The whole list, with its comments.
     *
     * @throws IllegalStateException when the program was packed without the list
     */
    static String text(String name) {
        try (InputStream in = ShippedList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
