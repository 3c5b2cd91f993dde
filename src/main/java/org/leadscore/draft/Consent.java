package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.lead.Text;
import org.leadscore.rules.rewrite.TableText;

/** Finds the columns by which tools say that somebody must not be written to: flags, words of a status, and times of leaving. */
final class Consent {

    /** Names of columns in which a yes means no mail. */
    private static final Pattern AGAINST = word(
            "blacklisted|blocklisted|unsub|unsubscribed?|unsubscribe(?: time| date| at)|opt(?:ed|s)? ?out(?: of .*)?|optout"
                    + "|do not (?:email|mail|contact|call|disturb)|dnc|no (?:mail|email|contact|marketing)|suppressed|suppressions?|bounced|hard ?bounced?|is bounced|invalid email|cleaned|clean time|complained"
                    + "|spam(?: complaint| report)?|objected|abgemeldet|widerspruch|dado de baja|baja|désabonné|désinscrit|disiscritto|uitgeschreven");

    /** Names of columns in which a no means no mail. */
    private static final Pattern FOR = word(
            "accepts? (?:email )?marketing|accepted (?:email )?marketing(?: emails)?|accepts email marketing|opt(?:ed|s)? ?in|optin"
                    + "|subscribed|is subscribed|consent|has consent|(?:email |marketing |gdpr )?consent|permission|marketing (?:allowed|emails?)|newsletter|can (?:email|contact|be contacted)|einwilligung|consentimiento|consentement|consenso|toestemming");

    /** Names of columns whose words say how somebody stands with a list. */
    private static final Pattern STATUS = word(
            "status|state|consent|subscription|permission|marketing|opt ?in|suppressions?|list|email|mail|stage|kind|type");

    /** Channels that are not those of mail. */
    private static final Pattern ELSEWHERE = word("sms|text|phone|mobile|push|whatsapp|web push|postal|fax");

    /** Names of columns of times or reasons that are filled when somebody has left. */
    private static final Pattern LEFT = word(
            "unsub(?:scribed?)?|opt(?:ed)? ?out|optout|clean(?:ed)?|hard ?bounced?|bounced|complained|suppressed|deactivated|désinscription|abmeldung|baja");

    private static final Pattern ABOUT = word("ip|campaign|source|by|count|number|rate|opens|clicks");

    private static final Set<String> YES = Set.of(
            "yes",
            "true",
            "1",
            "y",
            "t",
            "x",
            "on",
            "ja",
            "sí",
            "si",
            "oui",
            "sim",
            "wahr",
            "opted out",
            "opted-out",
            "optout");
    private static final Set<String> NO = Set.of(
            "no", "false", "0", "n", "f", "off", "nein", "non", "não", "falsch", "nee", "opted out", "opted-out");

    /** Words of a status by which a tool says that somebody gets no mail, as words in lower case. */
    private static final Set<String> NO_MAIL = Set.of(
            "unsubscribed",
            "unsub",
            "unsubscribe",
            "never subscribed",
            "not subscribed",
            "non subscribed",
            "nonsubscribed",
            "not opted in",
            "opted out",
            "opt out",
            "optout",
            "globally unsubscribed",
            "cleaned",
            "bounced",
            "bounce",
            "hard bounced",
            "hard bounce",
            "hardbounced",
            "hardbounce",
            "suppressed",
            "complained",
            "complaint",
            "complainer",
            "spam",
            "spam complaint",
            "spam report",
            "marked as spam",
            "blacklisted",
            "blocklisted",
            "blocked",
            "banned",
            "junk",
            "denied",
            "declined",
            "revoked",
            "withdrawn",
            "refused",
            "objected",
            "do not contact",
            "do not email",
            "do not mail",
            "dnc",
            "no consent",
            "invalid",
            "undeliverable",
            "removed",
            "abgemeldet",
            "widerrufen",
            "unerwünscht",
            "dado de baja",
            "baja",
            "désabonné",
            "désinscrit",
            "disiscritto",
            "uitgeschreven",
            "redacted",
            "archived");

    /** Values of a consent that was never asked for, or not given: of columns that are named for consent alone. */
    private static final Set<String> NOT_GIVEN = Set.of(
            "no", "false", "none", "not given", "not granted", "not set", "unknown consent", "n", "0", "nein", "non");

    /** Names of columns that say how something stands that the lead began, in which a word above is no wish about mail. */
    private static final Pattern OF_DEEDS = word(
            "registration|approval|payment|financial|order|fulfillment|attendance|attendee|rsvp|invitation|application|deal|opportunity|delivery|ticket|task|event|meeting");

    private static final int MOST_WORDS = 30;

    private Consent() {}

    /** Entries of the rule file for those who must not be written to, without indentation. */
    static List<String> disqualifiers(Export export) {
        List<String> entries = new ArrayList<>();
        for (ExportColumn column : export.columns()) {
            if (!column.values().isEmpty() && !ELSEWHERE.matcher(column.words()).find()) {
                condition(export, column)
                        .ifPresent(test -> entries.add("- {name: " + name(column, entries) + ", when: {"
                                + ExplicitProposals.key(column) + ": " + test + "}}"));
            }
        }
        return entries;
    }

    /** True when the column says how somebody stands with a list, so that it is no trait of a lead. */
    static boolean isOne(Export export, ExportColumn column) {
        return condition(export, column).isPresent();
    }

    private static Optional<String> condition(Export export, ExportColumn column) {
        boolean isTime =
                export.times().stream().anyMatch(timed -> timed.column().equals(column));
        if (isTime) {
            return LEFT.matcher(column.words()).find()
                            && !ABOUT.matcher(column.words()).find()
                    ? Optional.of("{present: true}")
                    : Optional.empty();
        }
        Set<String> values = column.counts().keySet();
        if (values.size() > MOST_WORDS) {
            return Optional.empty();
        }
        boolean isFlag = column.holds(value -> YES.contains(Text.fold(value)) || NO.contains(Text.fold(value)));
        if (isFlag && AGAINST.matcher(column.words()).find()) {
            return list(values.stream()
                    .filter(value -> YES.contains(Text.fold(value)))
                    .toList());
        }
        if (isFlag && FOR.matcher(column.words()).find()) {
            return list(values.stream()
                    .filter(value -> NO.contains(Text.fold(value)))
                    .toList());
        }
        if (!isFlag
                && STATUS.matcher(column.words()).find()
                && !OF_DEEDS.matcher(column.words()).find()) {
            boolean isConsent = FOR.matcher(column.words()).find();
            return list(values.stream()
                    .filter(value -> NO_MAIL.contains(plain(value)) || isConsent && NOT_GIVEN.contains(plain(value)))
                    .toList());
        }
        return Optional.empty();
    }

    private static String name(ExportColumn column, List<String> before) {
        boolean isBounce = word("bounced?|cleaned?|invalid|clean time")
                .matcher(column.words())
                .find();
        String base = isBounce ? "Mail does not arrive" : "Asked to be left alone";
        boolean isTaken = before.stream().anyMatch(entry -> entry.startsWith("- {name: " + base + ","));
        return isTaken ? TableText.scalar(base + " (" + column.name().replace(';', ',') + ")") : base;
    }

    private static Optional<String> list(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().map(TableText::scalar).collect(Collectors.joining(", ", "[", "]")));
    }

    /** The value as words in lower case: {@code NEVER_SUBSCRIBED} is {@code never subscribed}. */
    private static String plain(String value) {
        return Text.fold(value).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }
}
