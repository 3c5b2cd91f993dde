package org.leadscore.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leadscore.ingest.NotNumbers;
import org.leadscore.ingest.Reject;
import org.leadscore.ingest.Tally;
import org.leadscore.problem.Problem;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.Contribution;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;
import org.leadscore.score.Status;

/** Stub, to be dropped on merge: gives 500 made-up leads, whatever the rules. */
public final class Engine {

    private final Progress progress;

    public Engine(int threads, int chunkBytes, Progress progress) {
        this.progress = progress;
    }

    public static List<Problem> headers(RuleSet rules, Path base) {
        return List.of();
    }

    public Result run(RuleSet rules, Path base, InputStream standardInput, long asOf) {
        progress.source("contacts", 100);
        progress.read(100);
        List<RankedLead> leads = new ArrayList<>();
        int count = Integer.getInteger("stub.leads", 500);
        for (int i = 1; i <= count; i++) {
            leads.add(new RankedLead(
                    i,
                    "lead-" + i + "@example.com",
                    new Score(
                            Status.SCORED,
                            null,
                            20_000_000 + i,
                            12_345_678L + 10_000L * i,
                            99 - i % 100,
                            i < 100 ? "hot" : "cold",
                            asOf - 86_400_000L * (i % 900) - 3_723_000,
                            List.of(
                                    new Contribution("Decision maker", 20_000_000),
                                    new Contribution("Page viewed", 2_345_678L + i),
                                    new Contribution("Demo requested", 10_000_000))),
                    List.of("Ana", "García", "Company Ltd", "+34 600 123 456")));
        }
        return new Result(
                leads,
                List.of(new Tally("contacts", count + 1, 1, 0, 0, 0, 0, count)),
                List.of(new Reject("contacts.csv", 7, 3, "5 fields where the header has 6", "a,=b,c")),
                List.of(new NotNumbers("contacts", "employees", 1, "contacts.csv:9:4")),
                List.of());
    }
}
