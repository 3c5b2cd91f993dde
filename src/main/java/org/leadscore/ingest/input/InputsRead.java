package org.leadscore.ingest.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leadscore.problem.FileState;

/** The inputs of a run, in the order in which they were named. Commands fill it, and ask for the facts when all is read. */
public final class InputsRead {

    private final List<Input> inputs = new ArrayList<>();

    /** Adds an input, whether or not it has been read yet. */
    public void add(Input input) {
        inputs.add(input);
    }

    /**
     * The facts of all inputs that were opened, each file once, in the order in which they were added.
     *
     * @throws org.leadscore.problem.InputException when a file that is two inputs was not the same for both
     */
    public List<InputFacts> facts() {
        Map<String, InputFacts> facts = new LinkedHashMap<>();
        for (Input input : inputs) {
            input.facts().ifPresent(each -> facts.merge(key(each), each, InputsRead::same));
        }
        return List.copyOf(facts.values());
    }

    private static String key(InputFacts facts) {
        return Optional.ofNullable(facts.place()).orElse(facts.name()) + (facts.growing() ? "+" : "");
    }

    private static InputFacts same(InputFacts first, InputFacts second) {
        Long one = first.checksum();
        Long other = second.checksum();
        boolean isSame = first.size() == second.size()
                && Objects.equals(first.modified(), second.modified())
                && (one == null || other == null || one.equals(other));
        if (!isSame && !first.growing()) {
            throw FileState.changed(second.name(), "it is read twice, and was not the same");
        }
        return one == null ? second : first;
    }
}
