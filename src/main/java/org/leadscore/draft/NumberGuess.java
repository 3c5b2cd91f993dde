package org.leadscore.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.lead.NumberFormat;

/**
 * The forms of a file's numbers: what most columns have is that of the source, and columns that differ have their own.
 *
 * @param common of the source
 * @param own of columns that differ from it, by name
 * @param doubtful columns, by name, of which a value such as {@code 1,200} could as well have a decimal point; with that value
 */
record NumberGuess(NumberFormat common, Map<String, NumberFormat> own, Map<String, String> doubtful) {

    private static final Pattern CORE = Pattern.compile(
            "(?:\\p{L}{1,4}\\.? ?|\\p{Sc} ?)?[-+(\u2212]?\\p{Sc}? ?([0-9][0-9.,'\u2019 \u00A0\u202F]*?)(?: ?%| ?\\p{Sc}| ?\\p{L}{1,5}\\.?)?[-)]?");
    /** Names of columns whose digits are no numbers, however they are grouped. */
    private static final Pattern NO_NUMBER = Pattern.compile(
            "(?:.* )?(?:phone|mobile|cell|tel|telephone|telefon|tel\u00e9fono|t\u00e9l\u00e9phone|fax|sms|whatsapp|id|ids|zip|postal|postcode|plz|code|ip|iban|vat|version)(?: .*)?");

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:(.)[0-9]{3})+");

    private static final Pattern PARTED = Pattern.compile("[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?");

    NumberGuess {
        own = Map.copyOf(own);
        doubtful = Map.copyOf(doubtful);
    }

    /** Guesses the forms of numbers from the columns that hold some. */
    static NumberGuess of(List<ExportColumn> columns) {
        Map<String, Votes> votes = new LinkedHashMap<>();
        for (ExportColumn column : columns) {
            if (NO_NUMBER.matcher(column.words()).matches()) {
                continue;
            }
            Votes own = new Votes();
            long cores = column.values().stream().filter(own::see).count();
            if (cores > 0 && cores * 10 >= column.values().size() * 9L) {
                votes.put(column.name(), own);
            }
        }
        int commas = votes.values().stream().mapToInt(each -> each.commaIsPoint).sum();
        int points = votes.values().stream().mapToInt(each -> each.pointIsPoint).sum();
        char usual = commas > points ? ',' : '.';
        Map<String, NumberFormat> formats = new LinkedHashMap<>();
        Map<String, String> doubtful = new LinkedHashMap<>();
        votes.forEach((name, own) -> {
            formats.put(name, own.format(usual));
            if (own.isDoubtful(usual)) {
                doubtful.put(name, own.unclear);
            }
        });
        NumberFormat common = common(formats, usual);
        Map<String, NumberFormat> differing = new LinkedHashMap<>();
        formats.forEach((name, format) -> {
            Votes own = votes.getOrDefault(name, new Votes());
            if (own.isMarked() && !reads(common, format)) {
                differing.put(name, format);
            }
        });
        return new NumberGuess(common, differing, doubtful);
    }

    private static boolean reads(NumberFormat common, NumberFormat own) {
        return common.decimal() == own.decimal()
                && (own.thousands() == NumberFormat.NONE || own.thousands() == common.thousands());
    }

    /** The format of the source: the decimal point of most, and the separator of most that have one. */
    private static NumberFormat common(Map<String, NumberFormat> formats, char usual) {
        Map<Character, Integer> separators = new LinkedHashMap<>();
        for (NumberFormat format : formats.values()) {
            if (format.decimal() == usual && format.thousands() != NumberFormat.NONE) {
                separators.merge(format.thousands(), 1, Integer::sum);
            }
        }
        char best = NumberFormat.NONE;
        for (Map.Entry<Character, Integer> each : separators.entrySet()) {
            if (best == NumberFormat.NONE || each.getValue() > separators.getOrDefault(best, 0)) {
                best = each.getKey();
            }
        }
        return new NumberFormat(usual, best);
    }

    /** The format in which a column of that name is read. */
    NumberFormat of(String name) {
        return own.getOrDefault(name, common);
    }

    /** The keys of a format as the rule file has them, in braces or as lines; empty for what is usual. */
    static List<String> keys(NumberFormat format) {
        List<String> keys = new ArrayList<>();
        if (format.decimal() != '.') {
            keys.add("decimal: \"" + format.decimal() + "\"");
        }
        if (format.thousands() != NumberFormat.NONE) {
            keys.add("thousands: \"" + format.thousands() + "\"");
        }
        return keys;
    }

    /** Counts of what the values of a column say. */
    private static final class Votes {

        private int commaIsPoint;
        private int pointIsPoint;
        private int commas; // between thousands
        private int points;
        private int blanks;
        private int apostrophes;
        private int unclearCommas;
        private int unclearPoints;
        private int plain; // without any mark
        private String unclear = "";

        /** Takes a value in; false when it is no number. */
        boolean see(String value) {
            Matcher core = CORE.matcher(value);
            if (!core.matches()) {
                return false;
            }
            String digits = core.group(1)
                    .replace('\u00A0', ' ')
                    .replace('\u202F', ' ')
                    .replace('\u2019', '\'')
                    .strip();
            int comma = digits.lastIndexOf(',');
            int point = digits.lastIndexOf('.');
            if (digits.indexOf(' ') > 0
                    && !value.startsWith("+")
                    && PARTED.matcher(digits).matches()) {
                blanks++;
            } else if (digits.indexOf(' ') > 0) {
                return false;
            }
            apostrophes += digits.indexOf('\'') > 0 ? 1 : 0;
            if (comma >= 0 && point >= 0) {
                commaIsPoint += comma > point ? 1 : 0;
                points += comma > point ? 1 : 0;
                pointIsPoint += comma > point ? 0 : 1;
                commas += comma > point ? 0 : 1;
            } else if (comma >= 0 || point >= 0) {
                one(digits, comma >= 0 ? ',' : '.', value);
            } else {
                plain++;
            }
            return true;
        }

        private void one(String digits, char mark, String value) {
            Matcher grouped = GROUPED.matcher(digits);
            boolean isGrouped = grouped.matches() && grouped.group(1).equals(String.valueOf(mark));
            boolean isOften = digits.indexOf(mark) != digits.lastIndexOf(mark);
            boolean isZero = digits.startsWith("0");
            if (isGrouped && isOften) {
                commas += mark == ',' ? 1 : 0;
                points += mark == '.' ? 1 : 0;
            } else if (isGrouped && !isZero) {
                unclearCommas += mark == ',' ? 1 : 0;
                unclearPoints += mark == '.' ? 1 : 0;
                unclear = value;
            } else if (!isOften) {
                commaIsPoint += mark == ',' ? 1 : 0;
                pointIsPoint += mark == '.' ? 1 : 0;
            }
        }

        boolean isMarked() {
            return commaIsPoint + pointIsPoint + commas + points + blanks + apostrophes + unclearCommas + unclearPoints
                    > 0;
        }

        /** True when nothing but the rest of the file says what the mark before three digits is. */
        boolean isDoubtful(char usual) {
            boolean isComma = unclearCommas > 0 && commas == 0 && commaIsPoint == 0 && pointIsPoint == 0;
            boolean isPoint =
                    unclearPoints > 0 && points == 0 && pointIsPoint == 0 && commaIsPoint == 0 && usual == '.';
            return isComma || isPoint;
        }

        /** True for whole numbers beside which {@code 1.200} is in the thousands, as nobody writes three decimals of one of them. */
        private boolean isCountWithPoints() {
            return unclearPoints > 0 && plain > 0 && pointIsPoint + commas + unclearCommas == 0;
        }

        NumberFormat format(char usual) {
            boolean isComma = commaIsPoint + points > pointIsPoint + commas
                    || commaIsPoint + points == pointIsPoint + commas && (usual == ',' || isCountWithPoints());
            char decimal = isComma ? ',' : '.';
            boolean hasSeparator = isComma ? points + unclearPoints > 0 : commas + unclearCommas > 0;
            char thousands =
                    hasSeparator ? isComma ? '.' : ',' : blanks > 0 ? ' ' : apostrophes > 0 ? '\'' : NumberFormat.NONE;
            return new NumberFormat(decimal, thousands);
        }
    }
}
