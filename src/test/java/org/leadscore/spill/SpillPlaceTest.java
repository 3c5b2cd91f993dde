package org.leadscore.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.OutputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpillPlaceTest {

    @TempDir
    private Path temp;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files keep their names there")
    void files_have_no_name_even_while_they_are_used() {
        try (SpillPlace place = new SpillPlace(temp)) {
            SpillFile file = place.newFile();
            long at = file.append(new byte[] {1, 2, 3});

            assertThat(file.read(at, 3)).containsExactly(1, 2, 3);
            assertThat(place.bytes()).isEqualTo(3);
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void what_cannot_be_kept_ends_with_5_and_says_where_more_room_could_be() {
        try (SpillPlace place = new SpillPlace(temp.resolve("none"))) {
            assertThatThrownBy(place::newFile)
                    .isInstanceOf(OutputException.class)
                    .hasMessage(
                            "what does not fit into memory cannot be kept in " + temp.resolve("none")
                                    + ", no such file or directory; set TMPDIR to a directory with more room, or give more --memory");
        }
    }

    @Test
    void a_file_that_fails_says_why() throws IOException {
        try (SpillPlace place = new SpillPlace(temp)) {
            assertThat(place.trouble(new IOException("No space left on device")))
                    .hasMessage(
                            "what does not fit into memory cannot be kept in " + temp
                                    + ", No space left on device; set TMPDIR to a directory with more room, or give more --memory");
        }
    }

    @Test
    void shards_give_back_what_they_took_in_its_order() {
        try (SpillPlace place = new SpillPlace(temp);
                ShardFiles shards = new ShardFiles(place, 3, 8)) {
            for (int i = 0; i < 100; i++) {
                Packing record = new Packing();
                record.number(i);
                shards.put(i % 3, record);
            }
            shards.flush();

            assertThat(numbers(shards.blocks(1)))
                    .hasSize(33)
                    .startsWith(1L, 4L, 7L)
                    .endsWith(94L, 97L);
            assertThat(numbers(shards.blocks(0))).hasSize(34).isSorted();
        }
    }

    @Test
    void records_are_found_at_any_place_by_any_thread() {
        try (SpillPlace place = new SpillPlace(temp)) {
            RecordFile records = new RecordFile(place);
            for (int i = 0; i < 1_000; i++) {
                Packing record = new Packing();
                record.text("lead " + i);
                records.append(record);
            }
            records.finish();
            List<String> all = records.as((index, in) -> index + ":" + in.text());

            assertThat(all).hasSize(1_000);
            assertThat(all.get(999)).isEqualTo("999:lead 999");
            assertThat(all.subList(63, 66)).containsExactly("63:lead 63", "64:lead 64", "65:lead 65");
            assertThat(all.parallelStream().map(String::length).reduce(0, Integer::sum))
                    .isEqualTo(all.stream().mapToInt(String::length).sum());
        }
    }

    private static List<Long> numbers(Iterator<byte[]> blocks) {
        List<Long> numbers = new ArrayList<>();
        while (blocks.hasNext()) {
            Unpacking in = new Unpacking(blocks.next());
            while (in.hasMore()) {
                numbers.add(in.number());
            }
        }
        return numbers;
    }
}
