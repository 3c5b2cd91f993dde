package org.leadscore.report.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.leadscore.lead.Text;

/**
 * Replaces ids and values by pseudonyms that nobody can trace back without the key. Made of a key file for
 * {@code --pseudonymize}. Equal texts of one domain have the same pseudonym in every report and run with that key. Safe for
 * several threads.
 *
 * <p>A pseudonym is the letter p, so that no spreadsheet takes it for a number, and the first 16 bytes of the HMAC-SHA-256
 * (RFC 2104) of the domain, a NUL and the text, all in UTF-8, as 32 hex digits.
 */
public final class Pseudonyms {

    /** The domain of the ids of leads. */
    public static final String LEAD = "lead";

    /** The domain of accounts that are made by the domains of addresses. */
    public static final String ACCOUNT = "account";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("p[0-9a-f]{32}");

    /** Copied for each pseudonym, and never used itself, as it would keep what it was given. */
    private final Mac prototype;

    private final boolean exact;

    /**
     * Pseudonyms by one key.
     *
     * @param key any bytes
     * @param exact whether the case of ids counts
     */
    public Pseudonyms(byte[] key, boolean exact) {
        this.exact = exact;
        this.prototype = mac(new SecretKeySpec(key, ALGORITHM));
    }

    /** True for a text that has the form of a pseudonym. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The domain of the values of a column. */
    public static String ofColumn(String name) {
        return "column " + Text.fold(name);
    }

    /** The pseudonym of a lead: the same for all spellings of its id that count as one lead. */
    public String ofLead(String id) {
        return of(LEAD, exact ? Text.strip(id) : Text.fold(id));
    }

    /** The pseudonym of a value, whatever its case and the white space around it; empty for a blank one. */
    public String ofValue(String domain, String value) {
        return Text.isBlank(value) ? "" : of(domain, Text.fold(value));
    }

    private String of(String domain, String text) {
        Mac mac = copy(prototype);
        mac.update(domain.getBytes(UTF_8));
        mac.update((byte) 0);
        return "p" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, BYTES);
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", impossible);
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
