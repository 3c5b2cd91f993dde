package org.leadscore.kind;

/**
 * The domains of shipped lists, found by their letters. Read by {@link MailDomains} when a rule first asks for them. The
 * text of the lists stays as it is, with a table of where each domain begins: to make a string of each of ten thousand
 * domains would take a noticeable part of a short run.
 */
final class DomainList {

    /** The lists, one behind the other; each domain ends with a line feed. */
    private final String text;
    /** By the hash of a domain, or the next place that was free, one more than where the domain begins; 0 for none. */
    private final int[] starts;

    private DomainList(String text) {
        this.text = text;
        int lines = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        starts = new int[Integer.highestOneBit(Math.max(lines, 1)) << 2];
        int start = 0;
        for (int end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            if (text.charAt(start) != '#') {
                add(start, end);
            }
        }
    }

    /**
     * Reads lists that ship with the program, in ASCII and lower case.
     *
     * @throws IllegalStateException when the program was packed without one of them
     */
    static DomainList read(String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(ShippedList.text(name));
        }
        return new DomainList(text.toString());
    }

    /** True when the list has the domain, letter by letter. */
    boolean contains(String domain) {
        for (int place = placeOf(domain, 0, domain.length()); starts[place] != 0; place = behind(place)) {
            int start = starts[place] - 1;
            int end = start + domain.length();
            if (end < text.length() && text.charAt(end) == '\n' && text.startsWith(domain, start)) {
                return true;
            }
        }
        return false;
    }

    private void add(int start, int end) {
        int place = placeOf(text, start, end);
        while (starts[place] != 0) {
            place = behind(place);
        }
        starts[place] = start + 1;
    }

    private int placeOf(String letters, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + letters.charAt(at);
        }
        return (hash ^ hash >>> 15) & starts.length - 1;
    }

    private int behind(int place) {
        return place + 1 & starts.length - 1;
    }
}
