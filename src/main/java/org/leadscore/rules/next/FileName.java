package org.leadscore.rules.next;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes the name of a file from any name, by one rule for all systems: ASCII letters in lower case, digits and single hyphens, so that it
 * never leaves its directory and means the same on disks that tell case or accents apart and on those that do not.
 */
public final class FileName {

    private static final int LONGEST = 80;
    private static final int HASH_BYTES = 4;

    /** Names that Windows takes for devices, whatever extension follows. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private FileName() {}

    /** The name of the file, without an extension; empty when there is no letter or digit in the given name. */
    public static String of(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String plain = Normalizer.normalize(upper, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder file = new StringBuilder();
        plain.codePoints().forEach(codePoint -> append(codePoint, file));
        int end = file.length();
        while (end > 0 && file.charAt(end - 1) == '-') {
            end--;
        }
        file.setLength(end);
        if (file.length() > LONGEST) {
            return file.substring(0, LONGEST) + "-" + hash(file.toString());
        }
        return DEVICE.matcher(file).matches() ? file + "-" : file.toString();
    }

    private static void append(int codePoint, StringBuilder file) {
        if (codePoint >= 'a' && codePoint <= 'z' || codePoint >= '0' && codePoint <= '9') {
            file.append((char) codePoint);
        } else if (Character.isLetterOrDigit(codePoint)) {
            file.append('u').append(Integer.toHexString(codePoint));
        } else if (!isMark(codePoint) && !file.isEmpty() && file.charAt(file.length() - 1) != '-') {
            file.append('-');
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
