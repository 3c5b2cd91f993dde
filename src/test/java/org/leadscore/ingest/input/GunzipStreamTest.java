package org.leadscore.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GunzipStreamTest {

    private static final long MOST_DENSE = 1 << 20;
    private static final byte[] BLANK = new byte[1 << 22];

    @Test
    void an_archive_that_unpacks_to_a_thousand_times_its_size_is_refused() {
        assertThatThrownBy(() -> unpack(packed(BLANK)))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("web\\.csv\\.gz: the archive unpacks to more than 500 times its size: "
                        + "its first 4,\\d{3} bytes are [234],\\d{3},\\d{3} unpacked, "
                        + "which is no table but a trap; if it is one, unpack it first");
    }

    @Test
    void so_is_one_of_many_members_that_each_are_small() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int member = 0; member < 8; member++) {
            members.write(packed(new byte[1 << 19]));
        }

        assertThatThrownBy(() -> unpack(members.toByteArray())).isInstanceOf(InputException.class);
    }

    @Test
    void a_small_one_may_be_as_dense_as_it_likes() throws IOException {
        byte[] small = new byte[(int) MOST_DENSE];

        assertThat(unpack(packed(small))).isEqualTo(small);
    }

    @Test
    void a_large_one_that_is_no_denser_than_tables_are_is_read() throws IOException {
        byte[] table = BLANK.clone();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < table.length; i += 64) {
            table[i] = (byte) random.nextInt();
        }

        assertThat(unpack(packed(table))).isEqualTo(table);
    }

    private static byte[] unpack(byte[] archive) throws IOException {
        try (InputStream text = new GunzipStream(new ByteArrayInputStream(archive), "web.csv.gz", MOST_DENSE)) {
            return text.readAllBytes();
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(archive)) {
            gzip.write(bytes);
        }
        return archive.toByteArray();
    }
}
