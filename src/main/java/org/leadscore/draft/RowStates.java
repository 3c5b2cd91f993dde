package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.rules.rewrite.TableText;

/**
 * The columns of a log by which its rows are not all the same: what the lead did or did not do ({@code Attended: No}), what was
 * taken back ({@code refunded}), and by which the lead left ({@code Unsubscribed: Yes}). Taken by {@link ImplicitProposals}.
 *
 * @param deeds what a lead may have done in a row, where each row stands for one lead and no column names the event
 * @param demanded conditions, without braces, that hold for each row that counts
 * @param undone conditions, within braces, of rows that do not count
 * @param leaving conditions, within braces, of rows after which a lead must not be called
 */
record RowStates(List<Deed> deeds, List<Clause> demanded, List<Clause> undone, List<Clause> leaving) {

    /**
     * A deed of the lead.
     *
     * @param clause holds for the rows in which it was done
     * @param rows number of rows that were looked at and in which it was done
     */
    record Deed(String name, Clause clause, int rows) {}

    /**
     * A condition on one column, without braces.
     *
     * @param key the column as conditions have it
     */
    record Clause(String column, String key, String text) {}

    /** Names of columns that say whether the lead did what the name says. */
    private static final Pattern DEED = StateWords.word(
            "attended|attend(?:ance|ee|ing)|joined|participated|participation|present|showed(?: up)?"
                    + "|show|checked ?in|check ?in|opened|opens?|clicked|clicks?|repl(?:ied|ies|y)|responded|answered|downloaded|downloads?|watched|viewed|views?|visited"
                    + "|registered|submitted|completed|booked|purchased|bought|asked|asked questions?|scanned|engaged|interested|wants?|would you like|like to|call me|contact me|möchten|wünschen|quiere|desea|souhaite[sz]?"
                    + "|teilgenommen|anwesend|teilnahme|geöffnet|geklickt|angeklickt|gekauft|asistió|asistio|asistencia|presente|participó|abierto|abrió|clic|compró"
                    + "|présent|présence|participé|participation|ouvert|cliqué|partecipato|partecipazione|aperto|cliccato|aanwezig|deelgenomen|geopend|presença|participou");

    /** Names of columns in which a no means that nothing came to pass. */
    private static final Pattern DEMANDED = StateWords.word(
            "delivered|sent|accepted|confirmed|paid|valid|success|successful|succeeded|approved"
                    + "|verified|human|zugestellt|bezahlt|bestätigt|entregado|enviado|pagado|pagada|confirmado|livré|envoyé|payé|confirmé|consegnato|pagato|confermato");

    /** Names of columns in which a yes means that it does not count. */
    private static final Pattern UNDONE = StateWords.word(
            "bounced?|cancel(?:l?ed|l?ation)?|refund(?:ed)?|void(?:ed)?|declined|failed|failure|deleted"
                    + "|no ?show|absent|missed|test|is test|test mode|bot|is bot|robot|fraud(?:ulent)?|disputed|rejected|removed|reversed|charge ?back|internal"
                    + "|is internal|spam|blocked|dropped|undeliver(?:ed|able)|storniert|abgesagt|abgelehnt|gelöscht|erstattet|cancelad[oa]|anulad[oa]|rechazad[oa]|reembolsad[oa]|devuelt[oa]|ausente"
                    + "|annulée?|refusée?|remboursée?|absente?|annullat[oa]|rimborsat[oa]|rifiutat[oa]|assente|geannuleerd|afwezig|cancelad[oa]");

    /** Names of columns that tell something of the row, in which a word above stands for something else. */
    private static final Pattern ABOUT = StateWords.word(
            "by|reason|reasons|policy|url|link|id|rate|name|title|duration|minutes|seconds|time in|time zone|number|phone|marketing|emails|comment|comments|note|notes|fee|amount");

    /** Names of columns whose words say how a row stands. */
    private static final Pattern STATUS = StateWords.word(
            "status|state|stage|outcome|result|disposition|response|rsvp|attendance|payment|financial"
                    + "|fulfillment|approval|registration|zustand|ergebnis|teilnahme|zahlung|estado|estatus|resultado|asistencia|pago|statut|état|résultat|paiement|stato|esito|situação|reply");

    /** Whole names of columns that say as what somebody took part. */
    private static final Pattern ROLE =
            StateWords.word("(?:(?:meeting|participant|attendee|user|event) )?(?:role|rolle|rol|rôle|ruolo)");

    private static final int MOST_WORDS = 30;
    private static final int FEW_WORDS = 6;

    RowStates {
        deeds = List.copyOf(deeds);
        demanded = List.copyOf(demanded);
        undone = List.copyOf(undone);
        leaving = List.copyOf(leaving);
    }

    /** Looks at all columns of the log but those that name the lead, the time and the event. */
    static RowStates of(ExportLayout.Log log) {
        Export first = log.first();
        Found found = new Found(first, log.rows());
        ExportColumn event = first.event();
        for (ExportColumn column : first.columns()) {
            boolean isTaken = column.equals(log.lead())
                    || column.equals(log.visitor())
                    || column.equals(event)
                    || column.equals(log.time().column());
            List<String> values = log.values(column.name());
            if (!isTaken && !values.isEmpty()) {
                found.look(new ExportColumn(column.name(), column.words(), column.place(), values, false));
            }
        }
        return new RowStates(event == null ? found.deeds : List.of(), found.demanded, found.undone, found.leaving);
    }

    /**
     * Looks at a list of people: at flags and words of a state.
     *
     * @param taken columns that other rules look at
     */
    static RowStates of(Export list, Set<ExportColumn> taken) {
        Found found = new Found(list, list.sample().rows().size());
        list.columns().stream()
                .filter(column -> !taken.contains(column) && !column.values().isEmpty())
                .filter(column ->
                        list.times().stream().noneMatch(timed -> timed.column().equals(column)))
                .filter(column -> column.values().stream().noneMatch(value -> value.matches("[2-9]|[0-9]{2,}")))
                .forEach(found::look);
        return new RowStates(found.deeds, found.demanded, found.undone, found.leaving);
    }

    /** The name of a rule about rows that were not taken back: {@code Not canceled} for a flag, the column for a status. */
    static String standing(Clause clause) {
        String column = clause.column();
        return UNDONE.matcher(column).find()
                ? "Not " + column.substring(0, 1).toLowerCase(Locale.ROOT) + column.substring(1)
                : column;
    }

    /** True when some rows do not count. */
    boolean isConditional() {
        return !demanded.isEmpty() || !undone.isEmpty();
    }

    /** The conditions on a row that counts, each a key and a value of a mapping. */
    List<String> counted() {
        List<String> parts = new ArrayList<>(demanded.stream().map(Clause::text).toList());
        if (undone.size() == 1) {
            parts.add("not: {" + undone.get(0).text() + "}");
        } else if (!undone.isEmpty()) {
            parts.add(undone.stream()
                    .map(clause -> "{" + clause.text() + "}")
                    .collect(Collectors.joining(", ", "not: {any: [", "]}")));
        }
        return parts;
    }

    /** The findings so far. */
    private static final class Found {

        private final Export export;
        private final int rows;
        private final List<Deed> deeds = new ArrayList<>();
        private final List<Clause> demanded = new ArrayList<>();
        private final List<Clause> undone = new ArrayList<>();
        private final List<Clause> leaving = new ArrayList<>();

        Found(Export export, int rows) {
            this.export = export;
            this.rows = rows;
        }

        void look(ExportColumn column) {
            boolean isTime = export.times().stream()
                    .anyMatch(timed -> timed.column().name().equals(column.name()));
            boolean isFlag = column.holds(value -> StateWords.isYes(value) || StateWords.isNo(value));
            boolean isNumber = !isFlag && column.holds(value -> value.matches("[0-9]{1,7}"));
            if (isTime) {
                filled(column);
            } else if (isFlag) {
                flag(column);
            } else if (isNumber) {
                number(column);
            } else if (column.counts().size() <= MOST_WORDS) {
                words(column);
            }
        }

        /** A time that is filled where it came to pass. */
        private void filled(ExportColumn column) {
            boolean isPartly = column.values().size() < rows;
            if (!isPartly) {
                return;
            }
            Clause clause = clause(column, "{present: true}");
            if (StateWords.LEAVING_NAME.matcher(column.words()).find()) {
                leaving.add(clause);
                undone.add(clause);
            } else if (UNDONE.matcher(column.words()).find()) {
                undone.add(clause);
            } else if (DEED.matcher(column.words()).find()) {
                deeds.add(new Deed(column.name(), clause, column.values().size()));
            }
        }

        private void flag(ExportColumn column) {
            if (ABOUT.matcher(column.words()).find()) {
                return;
            }
            List<String> yes = spelled(column, true);
            List<String> no = spelled(column, false);
            if (StateWords.LEAVING_NAME.matcher(column.words()).find()) {
                if (!yes.isEmpty()) {
                    leaving.add(clause(column, list(yes)));
                    undone.add(clause(column, list(yes)));
                }
            } else if (UNDONE.matcher(column.words()).find()) {
                if (!yes.isEmpty()) {
                    undone.add(clause(column, list(yes)));
                }
            } else if (DEED.matcher(column.words()).find()) {
                deeds.add(new Deed(column.name(), clause(column, list(yes.isEmpty() ? List.of("Yes") : yes)), (int)
                        column.values().stream().filter(StateWords::isYes).count()));
            } else if (DEMANDED.matcher(column.words()).find()
                    && (!no.isEmpty() || column.values().size() < rows)) {
                demanded.add(clause(column, list(yes.isEmpty() ? List.of("Yes") : yes)));
            }
        }

        private void number(ExportColumn column) {
            if (DEED.matcher(column.words()).find()
                    && !ABOUT.matcher(column.words()).find()) {
                deeds.add(new Deed(column.name(), clause(column, "{above: 0}"), (int) column.values().stream()
                        .filter(value -> !value.matches("0+"))
                        .count()));
            }
        }

        private void words(ExportColumn column) {
            Set<String> values = column.counts().keySet();
            if (ROLE.matcher(column.words()).matches()) {
                List<String> staff = values.stream().filter(StateWords::isStaff).toList();
                if (!staff.isEmpty()) {
                    undone.add(clause(column, list(staff)));
                }
                return;
            }
            boolean isStatus = STATUS.matcher(column.words()).find()
                    || values.size() <= FEW_WORDS
                            && values.size() < column.values().size();
            if (!isStatus || ABOUT.matcher(column.words()).find()) {
                return;
            }
            List<String> left = values.stream().filter(StateWords::isLeaving).toList();
            List<String> back = values.stream()
                    .filter(value -> StateWords.isUndone(value) || StateWords.isLeaving(value))
                    .toList();
            if (!left.isEmpty()) {
                leaving.add(clause(column, list(left)));
            }
            if (!back.isEmpty()) {
                undone.add(clause(column, list(back)));
            }
        }

        private static List<String> spelled(ExportColumn column, boolean isYes) {
            return column.counts().keySet().stream()
                    .filter(value ->
                            isYes ? StateWords.isYes(value) : !StateWords.isYes(value) && StateWords.isNo(value))
                    .toList();
        }
    }

    private static Clause clause(ExportColumn column, String test) {
        String key = ExplicitProposals.key(column);
        return new Clause(column.name(), key, key + ": " + test);
    }

    private static String list(List<String> values) {
        return values.size() == 1
                ? TableText.scalar(values.get(0))
                : values.stream().map(TableText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }
}
