package org.leadscore.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZipArchiveTest {

    private static final byte[] TABLE = "email,event\nada@x.example,visit\n".getBytes(UTF_8);

    @Test
    void members_are_read_packed_and_stored() throws IOException {
        ZipArchive archive = open(zip(ZipEntry.DEFLATED, ZipEntry.STORED));

        assertThat(archive.members()).extracting(Member::name).containsExactly("m0.csv", "m1.csv");
        for (Member member : archive.members()) {
            assertThat(text(archive, member)).isEqualTo(TABLE);
        }
    }

    @Test
    void bytes_before_an_archive_do_not_matter() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED);
        byte[] behind = new byte[zip.length + 100];
        System.arraycopy(zip, 0, behind, 100, zip.length);

        ZipArchive archive = open(behind);

        assertThat(text(archive, archive.members().get(0))).isEqualTo(TABLE);
    }

    @Test
    void a_comment_that_looks_like_an_end_does_not_matter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(TABLE);
            out.setComment("PK\u0005\u0006 of an export with words enough to be longer than an end");
        }

        ZipArchive archive = open(bytes.toByteArray());

        assertThat(text(archive, archive.members().get(0))).isEqualTo(TABLE);
    }

    @Test
    void an_archive_of_which_any_byte_was_changed_gives_the_table_or_says_that_it_is_damaged() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED);
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= 0x11;
            try {
                ZipArchive archive = open(changed);
                for (Member member : archive.members()) {
                    assertThat(text(archive, member)).isEqualTo(TABLE);
                }
            } catch (InputException told) {
                assertThat(told).hasMessageStartingWith("e.zip");
            }
        }
    }

    @Test
    void an_archive_that_is_cut_anywhere_is_refused() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED);
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> open(cut))
                    .isInstanceOf(InputException.class)
                    .hasMessage("e.zip: the archive is cut short, as its directory is missing; copy it again");
        }
    }

    @Test
    void a_member_that_unpacks_to_a_thousand_times_its_size_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("bomb.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1100; i++) {
                out.write(zeros);
            }
        }
        ZipArchive archive = open(bytes.toByteArray());

        assertThatThrownBy(() -> {
                    try (InputStream in = archive.open(archive.members().get(0))) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("e.zip!bomb.csv: unpacks to more than 500 times its size: its first ")
                .hasMessageEndingWith(" unpacked, which is no table but a trap; if it is one, unpack it first");
    }

    @Test
    void more_members_than_can_be_read_are_refused_before_they_are_looked_at() {
        byte[] end = new byte[56 + 20 + 22];
        ByteBuffer bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x06064B50).putLong(32, 1L << 40).putLong(40, 1L << 45);
        bytes.putInt(56, 0x07064B50).putLong(64, 0);
        bytes.putInt(76, 0x06054B50).putShort(86, (short) -1);

        assertThatThrownBy(() -> open(end))
                .isInstanceOf(InputException.class)
                .hasMessage("e.zip: the archive has 1,099,511,627,776 files in it, and no more than 65,536 can be read;"
                        + " unpack it");
    }

    @Test
    void names_are_utf_8_or_those_of_old_windows_and_no_terminal_obeys_them() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED);
        byte[] old = replaced(zip, "m0.csv", new byte[] {'a', (byte) 0x81, 27, '\\', 'b', 'c'});

        assertThat(open(old).members()).extracting(Member::name).containsExactly("aü?/bc");
    }

    private static byte[] replaced(byte[] zip, String text, byte[] by) {
        byte[] changed = zip.clone();
        byte[] from = text.getBytes(UTF_8);
        for (int at = 0; at + from.length <= zip.length; at++) {
            if (Arrays.equals(zip, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(by, 0, changed, at, by.length);
            }
        }
        for (int at = 0; at + 10 < changed.length; at++) {
            boolean isEntry =
                    changed[at] == 'P' && changed[at + 1] == 'K' && changed[at + 2] == 1 && changed[at + 3] == 2;
            if (isEntry) {
                changed[at + 9] &= ~8; // the name is not said to be UTF-8
            }
        }
        return changed;
    }

    private static byte[] zip(int... methods) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < methods.length; i++) {
                ZipEntry entry = new ZipEntry("m" + i + ".csv");
                entry.setMethod(methods[i]);
                if (methods[i] == ZipEntry.STORED) {
                    CRC32 checksum = new CRC32();
                    checksum.update(TABLE);
                    entry.setCrc(checksum.getValue());
                    entry.setSize(TABLE.length);
                }
                out.putNextEntry(entry);
                out.write(TABLE);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(ZipArchive archive, Member member) throws IOException {
        try (InputStream in = archive.open(member)) {
            return in.readAllBytes();
        }
    }

    private static ZipArchive open(byte[] bytes) throws IOException {
        OffsetFile file = new OffsetFile() {
            @Override
            public String name() {
                return "e.zip";
            }

            @Override
            public InputStream open(long from) {
                int start = (int) Math.min(from, bytes.length);
                return new ByteArrayInputStream(bytes, start, bytes.length - start);
            }
        };
        return ZipArchive.of(file, bytes.length);
    }
}
