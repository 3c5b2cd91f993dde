package org.leadscore.cli.past;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.history.Discoveries;
import org.leadscore.history.Discoveries.Proposal;
import org.leadscore.history.DiscoveryText;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

/** Looks through the past for signals that no rule asks for, and proposes rules for them. */
final class DiscoverJob {

    private final Surroundings surroundings;
    private final PastRequest request;
    /** The number of proposals printed at most. */
    private final int top;
    /** The number of leads that a proposal must be true of. */
    private final int minSupport;

    DiscoverJob(Surroundings surroundings, PastRequest request, int top, int minSupport) {
        this.surroundings = surroundings;
        this.request = request;
        this.top = top;
        this.minSupport = minSupport;
    }

    /** Proposes rules, in YAML, the most valuable first; prints the figures to standard error. */
    String run() {
        RuleFile file = RuleFile.read(request.rules());
        RuleSet rules = request.sources().over(file.rules(), request.rules().toString(), surroundings);
        try (PastInputs inputs = new PastInputs(surroundings, request, "discover", file, rules)) {
            Discoveries found = new Discoveries(
                    inputs.reader(),
                    file,
                    rules,
                    inputs.timeline(),
                    Objects.requireNonNullElse(inputs.contactColumns(), Set.of()),
                    request.trusted());
            inputs.tellRows(found.past());
            List<Proposal> all = found.proposals(minSupport);
            DiscoveryText text =
                    new DiscoveryText(found, rules, inputs.timeline(), all.subList(0, Math.min(top, all.size())));
            surroundings.err().print(text.table());
            surroundings.err().flush();
            return text.yaml();
        }
    }
}
