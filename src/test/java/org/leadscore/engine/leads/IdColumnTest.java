package org.leadscore.engine.leads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Read;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.ContactSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdColumnTest {

    private static final int FEW_BYTES = 8;

    private final List<String> ids = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    @Test
    void an_id_of_one_column_is_stripped_and_a_row_with_a_blank_one_is_a_reject() {
        read("email", "email,n\n Ann@a.example ,1\n  ,2\n\u00A0Édith@b.example\u00A0,3\n");

        assertThat(ids).containsExactly("Ann@a.example", "Édith@b.example");
        assertThat(rejects)
                .extracting(Reject::message)
                .containsExactly("contacts.csv:3:1: the id of the lead is blank");
    }

    @Test
    void an_id_of_several_columns_is_joined_by_blanks_without_those_that_are_blank() {
        read("[first, last]", "last,first,n\n b , a ,1\n,c,2\n , ,3\n");

        assertThat(ids).containsExactly("a b", "c");
        assertThat(rejects)
                .extracting(Reject::message)
                .containsExactly("contacts.csv:4:3: the id of the lead is blank");
    }

    @Test
    void numbers_of_rows_go_on_from_chunk_to_chunk_and_from_table_to_table() {
        read("{row-number: true}", "n\none\ntwo\nthree\n", "n\nfour\nfive\n");

        assertThat(ids).containsExactly("1", "2", "3", "4", "5");
        assertThat(rejects).isEmpty();
    }

    @Test
    void rows_without_an_id_are_rejects_in_a_list_unless_all_is_blank_and_of_nobody_in_a_log() {
        long inList = read("email", "email,n\na@a.example,1\n ,2\n, \n");
        long inLog = read(IdColumn.Blank.ANONYMOUS, "email", "email,n\na@a.example,1\n ,2\n, \n");

        assertThat(inList).isEqualTo(1);
        assertThat(inLog).isEqualTo(2);
        assertThat(rejects)
                .extracting(Reject::message)
                .containsExactly("contacts.csv:3:1: the id of the lead is blank");
    }

    private long read(String lead, String... tables) {
        return read(IdColumn.Blank.REJECTED, lead, tables);
    }

    /** Collects ids and rejects, and answers the number of rows of nobody. */
    private long read(IdColumn.Blank blank, String lead, String... tables) {
        ContactSource source = Objects.requireNonNull(RuleFile.parse("rules.yaml", """
                        version: 1
                        sources: {contacts: {path: contacts.csv, lead: %s}}
                        explicit: [{name: All, when: {lead: {present: true}}, points: 1}]
                        buckets: [{name: all, from: 0}]
                        """.formatted(lead))
                .rules()
                .sources()
                .contacts());
        IdColumn id = new IdColumn(source.lead(), blank);
        for (String text : tables) {
            Input input = Input.of("contacts.csv", text.getBytes(UTF_8));
            try (Table table = Table.open(input, source.dialect(), FEW_BYTES)) {
                id.turnTo(table);
                ChunkReader reader = new ChunkReader(table);
                for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                    id.pass(reader.read(chunk, row -> {
                        if (id.read(row)) {
                            ids.add(id.name().text());
                        }
                    }));
                }
                Read read = table.finish();
                rejects.addAll(read.rejects());
            }
        }
        return id.anonymous();
    }
}
