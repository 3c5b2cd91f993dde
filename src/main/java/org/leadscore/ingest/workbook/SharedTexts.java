package org.leadscore.ingest.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.Member;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.problem.InputException;

/** The texts of a workbook that cells name by number, as UTF-8 in one array. Immutable. */
final class SharedTexts {

    static final SharedTexts NONE = new SharedTexts(new byte[0], new int[0], 0);

    /** The most bytes: 256 MiB, or a quarter of what Java may have for objects. */
    private static final int MOST = (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 4);

    private final byte[] utf8;
    private final int[] ends; // by number, where each text ends
    private final int count;

    private SharedTexts(byte[] utf8, int[] ends, int count) {
        this.utf8 = utf8;
        this.ends = ends;
        this.count = count;
    }

    /**
     * Reads all texts.
     *
     * @throws InputException when there are more than can be held
     */
    static SharedTexts of(ZipArchive archive, Member part) throws IOException {
        byte[] utf8 = new byte[1 << 12];
        int[] ends = new int[1 << 8];
        int count = 0;
        int length = 0;
        StringBuilder text = new StringBuilder();
        try (XmlPart xml = new XmlPart(archive, part)) {
            while (xml.nextElement()) {
                if (!xml.isAt("si")) {
                    continue;
                }
                text.setLength(0);
                xml.addRichText(text);
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                if (bytes.length + 4L * count > MOST - length) {
                    throw new InputException(archive.name() + ": the texts of its cells take more than " + (MOST >> 20)
                            + " MiB, which is more than can be held; export the sheet as CSV");
                }
                if (length + bytes.length > utf8.length) {
                    utf8 = Arrays.copyOf(utf8, Math.max(2 * utf8.length, length + bytes.length));
                }
                System.arraycopy(bytes, 0, utf8, length, bytes.length);
                length += bytes.length;
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                ends[count++] = length;
            }
        }
        return new SharedTexts(utf8, ends, count);
    }

    /** The text of a number as it stands in a cell; null when there is none of that number. */
    @Nullable
    String get(String number) {
        int at;
        try {
            at = Integer.parseInt(number.strip());
        } catch (NumberFormatException none) {
            return null;
        }
        if (at < 0 || at >= count) {
            return null;
        }
        int start = at == 0 ? 0 : ends[at - 1];
        return new String(utf8, start, ends[at] - start, StandardCharsets.UTF_8);
    }
}
