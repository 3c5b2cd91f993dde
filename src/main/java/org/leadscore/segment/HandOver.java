package org.leadscore.segment;

import java.time.LocalDate;
import java.util.List;

/** What became of a lead where it was asked whether it goes to sales. */
public sealed interface HandOver {

    /** The condition does not hold: nobody thought of it. */
    HandOver NO = new No();

    /** As the report has it. */
    String text();

    /** Not a lead for sales. */
    record No() implements HandOver {
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Handed over.
     *
     * @param to blank where nobody is named
     */
    record Yes(String to) implements HandOver {
        @Override
        public String text() {
            return "yes";
        }
    }

    /** There was no place left for it. */
    record NoRoom() implements HandOver {
        @Override
        public String text() {
            return "waiting: capacity";
        }
    }

    /** All who would take it have as many as they can take. */
    record AllFull(List<String> who) implements HandOver {

        public AllFull {
            who = List.copyOf(who);
        }

        @Override
        public String text() {
            return "waiting: " + String.join(", ", who) + " full";
        }
    }

    /** Nobody takes such leads. */
    record Nobody() implements HandOver {
        @Override
        public String text() {
            return "waiting: nobody for it";
        }
    }

    /**
     * Held back, as it was handed over not long ago.
     *
     * @param until the day on which that time is over
     */
    record NotAgain(LocalDate until) implements HandOver {
        @Override
        public String text() {
            return "not again before " + until;
        }
    }
}
