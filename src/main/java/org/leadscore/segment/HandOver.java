package org.leadscore.segment;

import java.time.LocalDate;
import java.util.List;

/** The outcome of the question whether a lead goes to sales. Made by {@link Placement}, written by the reports. */
public sealed interface HandOver {

    /** The outcome for a lead for which the condition of the hand-off does not hold. */
    HandOver NO = new No();

    /** The kinds of what can become of a lead, of which each is counted by itself. */
    enum Kind {
        NO(false),
        YES(true),
        NO_ROOM(false),
        ALL_FULL(false),
        NOBODY(false),
        NOT_AGAIN(false);

        private final boolean isHandedOver;

        Kind(boolean isHandedOver) {
            this.isHandedOver = isHandedOver;
        }

        /** True when the lead goes to sales. */
        public boolean isHandedOver() {
            return isHandedOver;
        }
    }

    Kind kind();

    /** The words of the report for it; empty for {@link No}. */
    String text();

    /** The one who gets it; blank where nobody is named, and where it is not handed over. */
    String to();

    /** The lead is none for sales. */
    record No() implements HandOver {
        @Override
        public Kind kind() {
            return Kind.NO;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public String to() {
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
        public Kind kind() {
            return Kind.YES;
        }

        @Override
        public String text() {
            return "yes";
        }
    }

    /** The lead waits, as all places of the run are taken. */
    record NoRoom() implements HandOver {
        @Override
        public Kind kind() {
            return Kind.NO_ROOM;
        }

        @Override
        public String text() {
            return "waiting: capacity";
        }

        @Override
        public String to() {
            return "";
        }
    }

    /** The lead waits, as all receivers that would take it have as many leads as they can take. */
    record AllFull(List<String> who) implements HandOver {

        public AllFull {
            who = List.copyOf(who);
        }

        @Override
        public Kind kind() {
            return Kind.ALL_FULL;
        }

        @Override
        public String text() {
            return "waiting: " + String.join(", ", who) + " full";
        }

        @Override
        public String to() {
            return "";
        }
    }

    /** The lead waits, as no receiver takes such leads. */
    record Nobody() implements HandOver {
        @Override
        public Kind kind() {
            return Kind.NOBODY;
        }

        @Override
        public String text() {
            return "waiting: nobody for it";
        }

        @Override
        public String to() {
            return "";
        }
    }

    /**
     * The lead is held back, as it was handed over not long ago.
     *
     * @param until the day on which that time is over
     */
    record NotAgain(LocalDate until) implements HandOver {
        @Override
        public Kind kind() {
            return Kind.NOT_AGAIN;
        }

        @Override
        public String text() {
            return "not again before " + until;
        }

        @Override
        public String to() {
            return "";
        }
    }
}
