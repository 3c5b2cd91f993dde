package org.leadscore.segment;

import java.time.LocalDate;
import java.util.List;

/** The outcome of the question whether a lead goes to sales. Made by {@link Placement}, written by the reports. */
public sealed interface HandOver {

    /** The outcome for a lead for which the condition of the hand-off does not hold. */
    HandOver NO = new No();

    /** The words of the report for it; empty for {@link No}. */
    String text();

    /** The lead is none for sales. */
    record No() implements HandOver {
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * The lead is handed over.
     *
     * @param to the receiver; blank where nobody is named
     */
    record Yes(String to) implements HandOver {
        @Override
        public String text() {
            return "yes";
        }
    }

    /** The lead waits, as all places of the run are taken. */
    record NoRoom() implements HandOver {
        @Override
        public String text() {
            return "waiting: capacity";
        }
    }

    /** The lead waits, as all receivers that would take it have as many leads as they can take. */
    record AllFull(List<String> who) implements HandOver {

        public AllFull {
            who = List.copyOf(who);
        }

        @Override
        public String text() {
            return "waiting: " + String.join(", ", who) + " full";
        }
    }

    /** The lead waits, as no receiver takes such leads. */
    record Nobody() implements HandOver {
        @Override
        public String text() {
            return "waiting: nobody for it";
        }
    }

    /**
     * The lead is held back, as it was handed over not long ago.
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
