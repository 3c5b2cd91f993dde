package org.leadscore.draft;

import java.util.Set;
import java.util.regex.Pattern;
import org.leadscore.lead.Text;

/** The words by which logs say yes and no, that something was taken back or failed, and that somebody left. */
final class StateWords {

    private static final Set<String> YES = Set.of(
            "yes",
            "true",
            "1",
            "y",
            "t",
            "x",
            "on",
            "ja",
            "j",
            "sí",
            "si",
            "oui",
            "o",
            "sim",
            "s",
            "wahr",
            "vrai",
            "vero",
            "verdadero",
            "sì",
            "tak",
            "da",
            "1.0",
            "✓",
            "✔");

    private static final Set<String> NO = Set.of(
            "no", "false", "0", "n", "f", "off", "nein", "non", "não", "nao", "falsch", "faux", "falso", "nee", "nie",
            "nej", "nu", "0.0", "✗", "✘");

    /** Words of a name that say that the lead wants no more mail, or that none arrives. */
    static final Pattern LEAVING_NAME = word(
            "unsubs?|unsub(?:scribed?|scribes?)|unsubscription|opt(?:ed)? ?out|optout|complain(?:t|ts|ed)?|spam ?(?:complaint|report|reports)|abuse(?: complaint| report)?"
                    + "|hard ?bounced?|black ?listed|block ?listed|do not (?:email|mail|contact|call)|abgemeldet|abmeldung|abbestellt|austragung|widerspruch|widerrufen|dado de baja|baja|cancelar suscripción|désabonné|désabonnement|désinscrit"
                    + "|désinscription|disiscritto|disiscrizione|cancelou inscrição|descadastrado|descadastro|uitgeschreven|afgemeld|afmelding|wypisany|avregistrerad|avprenumererad|afmeldt|odhlášen");

    private static final Pattern LEAVING = whole(
            "(?:.* )?(?:spam|unsubs?|unsubscribed?|unsubscribes?|complained|complaint|spam ?report|marked as spam|opt(?:ed)? out|hard ?bounced?|black ?listed|block ?listed)");

    /** Words of a name of an event that takes something back, or by which nothing came to pass. */
    static final Pattern UNDOING_NAME = word(
            "cancel(?:s|l?ed|l?ation|l?ations)?|refund(?:s|ed)?|void(?:ed)?|revers(?:ed|al)|charge ?backs?|disputed?|fail(?:s|ed|ure)?|declined?|reject(?:s|ed|ion)?"
                    + "|denied|expired?|delet(?:ed|ion)|removed?|no ?shows?|did not attend|not attended|absent|missed|blocked|churned|downgraded?|lapsed|uninstall(?:ed)?|returned|suppressed|spam"
                    + "|storniert|stornierung|storno|abgesagt|absage|abgelehnt|kündigung|gekündigt|erstattet|erstattung|rückerstattung|cancelad[oa]|cancelación|anulad[oa]|rechazad[oa]|reembolso|reembolsad[oa]|devolución|devuelt[oa]"
                    + "|annulée?|annulation|refusée?|remboursée?|remboursement|annullat[oa]|annullamento|rimborso|rimborsat[oa]|rifiutat[oa]|cancelamento|geannuleerd|annulering|terugbetaald|anulowan[yae]");

    /** Whole words of a status of a row that does not count. */
    private static final Pattern UNDONE = whole(
            "(?:.* )?(?:cancel(?:l?ed|l?ation)?|refunded|voided|void|reversed|charged? ?back|disputed|failed|failure|error|declined|rejected|denied|expired|deleted|removed|no ?show|no|absent|missed"
                    + "|blocked|bounced?|(?:soft|hard) ?bounced?|dropped|undelivered|undeliverable|deferred|unpaid|invited|no response|not responded|incomplete|abandoned|waitlist(?:ed)?|test|spam|uncollectible|suppressed|invalid|returned"
                    + "|storniert|abgesagt|abgelehnt|nicht erschienen|nicht teilgenommen|erstattet|abwesend|gelöscht|fehlgeschlagen|cancelad[oa]|anulad[oa]|rechazad[oa]|reembolsad[oa]|devuelt[oa]|ausente|no asistió|fallid[oa]"
                    + "|annulée?|refusée?|remboursée?|absente?|échouée?|annullat[oa]|rimborsat[oa]|rifiutat[oa]|assente|fallito|geannuleerd|geweigerd|terugbetaald|afwezig|estornad[oa]|recusad[oa])"
                    + "|(?:did not|not|didn t|never) .*|nicht .*|no asist.*|non .*");

    /** Words for what was taken back in part alone. */
    private static final Pattern PARTLY =
            word("partial|partially|partly|teilweise|parcialmente|parcial|partiellement|parzialmente");

    /** Words of a status by which those who sell say that somebody is no lead. */
    private static final Pattern NO_LEAD = whole(
            "(?:un|dis|not )qualified|(?:junk|bad|lost|dead|closed lost|fake|spam|test)(?: lead)?|bad data|not interested|no interest|no fit|not a fit|duplicate|nurture lost"
                    + "|nicht qualifiziert|unqualifiziert|kein interesse|disqualifiziert|verloren|no calificad[oa]|descalificad[oa]|descartad[oa]|no interesad[oa]|perdid[oa]|no apt[oa]"
                    + "|non qualifiée?|disqualifiée?|perdue?|pas intéressée?|non qualificat[oa]|squalificat[oa]|pers[oa]|niet gekwalificeerd|geen interesse");

    private static final Pattern STAFF = whole(
            "(?:co )?(?:organi[sz]er|presenter|host|panelist|speaker|moderator|staff|veranstalter|referent|ponente|organizador[a]?|organisateur|organizzatore)");

    private StateWords() {}

    /** True for a status of somebody who is no lead, or none any more. */
    static boolean isNoLead(String value) {
        return NO_LEAD.matcher(plain(value)).matches();
    }

    /** True for the role of somebody who holds a meeting, and is no lead. */
    static boolean isStaff(String value) {
        return STAFF.matcher(plain(value)).matches();
    }

    static boolean isYes(String value) {
        return YES.contains(Text.fold(value));
    }

    static boolean isNo(String value) {
        return NO.contains(Text.fold(value));
    }

    /** True for a status after which a lead must not be written to. */
    static boolean isLeaving(String value) {
        return LEAVING.matcher(plain(value)).matches();
    }

    /** True for a status of what did not come to pass, or was taken back as a whole. */
    static boolean isUndone(String value) {
        String words = plain(value);
        return value.length() <= 40
                && UNDONE.matcher(words).matches()
                && !PARTLY.matcher(words).find();
    }

    /** A name or value as words in lower case: {@code NEVER_SUBSCRIBED} and {@code NeverSubscribed} are {@code never subscribed}. */
    static String plain(String value) {
        return Text.fold(value.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** A pattern that finds the words as words, not within others. */
    static Pattern word(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    private static Pattern whole(String words) {
        return Pattern.compile("(?iu)(?:" + words + ")");
    }
}
