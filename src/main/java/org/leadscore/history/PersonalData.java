package org.leadscore.history;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows columns and values that name one person or the way to one: names, addresses, telephone numbers, ids. What they have in
 * common with a sale is chance, and a rule about them would be about people. Used by {@link Discoveries}.
 */
final class PersonalData {

    /** The names of people, at the end of a column's name; company name, campaign name and the like are none. */
    private static final Pattern NAME =
            words("(?:.* )?(?:(?:first|fore|last|given|family|middle|maiden|full|nick|sur|user|display|contact|lead"
                    + "|person|customer|client|member|owner|recipient|subscriber|visitor) ?names?|surname|vorname|nachname|familienname"
                    + "|prenom|prénom|nom de famille|nombre|apellidos?|cognome|sobrenome|prenume)|name|nom|nome|nume"
                    + "|(?:.* )?(?:owner|sales ?rep(?:resentative)?|account manager|salesperson|agent|assignee)"
                    + "|(?:assigned|belongs) to|(?:created|modified|updated|referred|owned) by");

    /** Postal and electronic addresses, and telephone numbers. */
    private static final Pattern ADDRESS = words(
            "(?!(?:is|has|no|number|count|total|opted) )(?:.* )?(?:e ?mail|mail ?address(?:es)?|address(?:es)?|addr|street(?: name| number)?|postal ?address"
                    + "|adresse|anschrift|stra(?:ss|ß)e|calle|direcci[oó]n|domicilio|indirizzo|endere[cç]o|adres[aă]|rue|via"
                    + "|(?:tele)?phones?(?: ?numbers?)?|tel|telefono?|teléfono|mobile(?: ?phone| ?numbers?)?|cell ?phone|fax"
                    + "|ip|linked ?in(?: ?url| ?profile)?|twitter(?: ?handle)?|skype)(?: (?:line )?\\d| lines?)?");

    /** Numbers and keys that tell one thing from another. */
    private static final Pattern ID = words(
            "(?:.* )?(?:ids?|uuid|guid|gclid|fbclid|msclkid|hash|token|cookie)|(?:.*)(?:visitor|visit|user|lead|contact|customer"
                    + "|client|member|session|person|account|record|order|message|row|device|transaction|subscriber|distinct)ids?");

    private static final Pattern VALUE = Pattern.compile(
            "[^\\s@]+@[^\\s@]+\\.[^\\s@]+" // mail
                    + "|\\+[0-9][0-9 ()./-]{6,}" // telephone
                    + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}" // IP
                    + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"); // UUID

    private PersonalData() {}

    /** True when a column of that name holds names of people, their addresses, or ids. */
    static boolean isColumn(String name) {
        String plain = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return NAME.matcher(plain).matches()
                || ADDRESS.matcher(plain).matches()
                || ID.matcher(plain).matches();
    }

    /**
     * True when a value is written as an address or an id, whatever its column.
     *
     * @param folded as text is compared
     */
    static boolean isValue(String folded) {
        return VALUE.matcher(folded).matches();
    }

    private static Pattern words(String words) {
        return Pattern.compile(words);
    }
}
