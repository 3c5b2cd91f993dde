package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.score.event.ShortNumbers;

/**
 * Any text as a number: its value is that of the plain grammar, the short way for sums agrees with it, what is written
 * reads back, and ranges compare exactly.
 */
public final class NumbersFuzz {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");
    private static final BigDecimal MOST = BigDecimal.valueOf(Points.MOST, 6);

    private NumbersFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        char decimal = in.coin() ? ',' : '.';
        boolean lowIsIn = in.coin();
        boolean highIsIn = in.coin();
        String[] texts = in.text().split("\n", -1);
        BigDecimal[] numbers = new BigDecimal[Math.max(4, texts.length)];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = read(texts[i], decimal);
        }
        range(new NumberRange(numbers[0], lowIsIn, numbers[1], highIsIn), numbers[2], numbers[3]);
    }

    private static @Nullable BigDecimal read(String text, char decimal) {
        BigDecimal number = Numbers.parse(text, decimal);
        BigDecimal expected = value(Text.strip(text), decimal);

        assertThat(number).as(text).isEqualTo(expected);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Long millionths = ShortNumbers.millionths(bytes, 0, bytes.length, decimal);
        if (millionths != null) {
            assertThat(number).as(text).isEqualByComparingTo(BigDecimal.valueOf(millionths, 6));
        }
        if (number != null) {
            assertThat(Numbers.parse(Numbers.plain(number), '.')).isEqualByComparingTo(number);
            if (number.abs().compareTo(MOST) <= 0) {
                points(number);
            }
        }
        return number;
    }

    private static @Nullable BigDecimal value(String text, char decimal) {
        String plain = decimal == '.' ? text : text.indexOf('.') >= 0 ? "" : text.replace(',', '.');
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    private static void points(BigDecimal number) {
        long millionths = Points.of(number);

        assertThat(BigDecimal.valueOf(millionths, 6)).isEqualByComparingTo(number.setScale(6, RoundingMode.HALF_EVEN));
        for (int decimals = 0; decimals <= 6; decimals++) {
            String shown = Points.format(millionths, decimals);
            assertThat(Numbers.parse(shown, '.'))
                    .as(shown)
                    .isEqualTo(plain(BigDecimal.valueOf(millionths, 6).setScale(decimals, RoundingMode.HALF_UP)));
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static void range(NumberRange range, @Nullable BigDecimal number, @Nullable BigDecimal other) {
        if (number == null) {
            return;
        }
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        assertThat(range.contains(number)).isEqualTo(isIn(range, number, BigDecimal.ONE));
        if (whole.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return;
        }
        assertThat(range.contains(whole.longValueExact())).isEqualTo(isIn(range, whole, BigDecimal.ONE));
        BigDecimal denominator = other == null ? BigDecimal.ONE : other.setScale(0, RoundingMode.FLOOR);
        if (denominator.signum() > 0 && denominator.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            assertThat(range.containsFraction(whole.longValueExact(), denominator.longValueExact()))
                    .isEqualTo(isIn(range, whole, denominator));
        }
    }

    private static boolean isIn(NumberRange range, BigDecimal numerator, BigDecimal denominator) {
        int low = range.low() == null ? 1 : numerator.compareTo(range.low().multiply(denominator));
        int high = range.high() == null ? -1 : numerator.compareTo(range.high().multiply(denominator));
        return (range.lowIsIn() ? low >= 0 : low > 0) && (range.highIsIn() ? high <= 0 : high < 0);
    }
}
