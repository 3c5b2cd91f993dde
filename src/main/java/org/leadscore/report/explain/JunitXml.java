package org.leadscore.report.explain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the outcomes of examples for a build server, in the XML form of the Ant task {@code junitreport}. Times are
 * left out, so that the same rules give the same bytes.
 */
public final class JunitXml {

    private JunitXml() {}

    /**
     * Writes and flushes; the stream stays open.
     *
     * @param file the rule file, as the user named it
     */
    public static void write(String file, List<ExampleOutcome> outcomes, OutputStream out) throws IOException {
        long failed = outcomes.stream().filter(outcome -> !outcome.holds()).count();
        String counts = "tests=\"" + outcomes.size() + "\" failures=\"" + failed + "\" errors=\"0\" skipped=\"0\"";
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites ").append(counts).append(">\n");
        xml.append("  <testsuite name=\"")
                .append(escape(file))
                .append("\" ")
                .append(counts)
                .append(">\n");
        for (ExampleOutcome outcome : outcomes) {
            append(xml, file, outcome);
        }
        xml.append("  </testsuite>\n</testsuites>\n");
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void append(StringBuilder xml, String file, ExampleOutcome outcome) {
        xml.append("    <testcase classname=\"").append(escape(file));
        xml.append("\" name=\"").append(escape(outcome.example().name()));
        xml.append("\" file=\"").append(escape(file));
        xml.append("\" line=\"").append(outcome.example().at().line());
        if (outcome.holds()) {
            xml.append("\"/>\n");
            return;
        }
        xml.append("\">\n      <failure type=\"expectation\" message=\"");
        xml.append(escape(outcome.failures().get(0).message())).append("\">");
        xml.append(escape(ExamplesText.details(outcome)).replace("&#10;", "\n"));
        xml.append("</failure>\n    </testcase>\n");
    }

    /** Escapes a text for XML, as text or in quotes; characters that XML 1.0 cannot write become U+FFFD. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** True for a character of the production Char of XML 1.0 (W3C, fifth edition, 2008), white space aside. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 && c <= 0x10FFFF;
    }
}
