package org.leadscore.draft;

import java.nio.charset.StandardCharsets;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.table.Preview;

/** Makes exports of lines, for the tests of what is proposed for their columns. */
final class Sample {

    private Sample() {}

    static Export of(String... lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return Export.of(Preview.of(Input.of("list.csv", text)), "list.csv", Dates.UNKNOWN);
    }
}
