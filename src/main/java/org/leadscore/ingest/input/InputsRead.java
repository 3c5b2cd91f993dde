package org.leadscore.ingest.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs of a run, in the order in which they were named. Commands and {@code Exports} fill it, and commands ask for the
 * facts when all is read.
 */
public final class InputsRead {

    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Input> files = new HashMap<>(); // by their key

    /**
     * Adds an input that is not read yet.
     *
     * @return the input to be read; a file that was added before has to stay the same for both
     */
    public Input add(Input input) {
        String key = input.key();
        Input earlier = key == null ? null : files.putIfAbsent(key, input);
        if (earlier != null) {
            return input.like(earlier);
        }
        inputs.add(input);
        return input;
    }

    /** The facts of all inputs that were opened, each file once, in the order in which they were added. */
    public List<InputFacts> facts() {
        return inputs.stream().map(Input::facts).flatMap(Optional::stream).toList();
    }
}
